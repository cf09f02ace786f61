/** The log: JSON lines on standard error. Never a mail address, a token or words of a member. */
export type Log = {
  info(what: string, more?: Record<string, unknown>): void
  error(what: string, cause: unknown, more?: Record<string, unknown>): void
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
        cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      }),
  }
}
