/** The log: JSON lines on standard error. Never a mail address, a token or words of a member. */
import { inspect } from 'node:util'

export type Log = {
  info(what: string, more?: Record<string, unknown>): void
  error(what: string, cause: unknown, more?: Record<string, unknown>): void
}

function textOf(cause: unknown): string {
  if (cause instanceof Error) return cause.stack ?? cause.message
  return typeof cause === 'string' ? cause : inspect(cause, { depth: 2, breakLength: Infinity })
}

export function createLog(
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const put = (level: string, what: string, more: object) =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level, what, ...more })}\n`)
  return {
    info: (what, more = {}) => put('info', what, more),
    error: (what, cause, more = {}) =>
      put('error', what, {
        ...more,
        cause: textOf(cause),
      }),
  }
}
