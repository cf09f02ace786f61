/** The process around the work: what ends it, what it says when it can't go on, and its exit code. */
import { ConfigError, EXIT_CONFIG } from '#kernel/config.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'

/** What somebody at a terminal mistyped (EX_USAGE of sysexits). */
export const EXIT_USAGE = 64
/** A fault of ours (EX_SOFTWARE). */
export const EXIT_FAULT = 70

export type Stop = {
  asked: boolean
  /** Resolves when somebody asks the process to stop: Ctrl-C, a service manager, a closed terminal. */
  wait: Promise<void>
}

/** Listens for what asks a process to stop; from then on it no longer ends by itself. */
export function listenForStop(): Stop {
  const stop: Stop = { asked: false, wait: Promise.resolve() }
  stop.wait = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        stop.asked = true
        resolve()
      })
    }
  })
  return stop
}

/** What went wrong, in sentences where we have some, and the exit code that goes with it. */
export function lastWords(cause: unknown): { say: string; code: number } {
  if (cause instanceof ConfigError) return { say: cause.sentences.join('\n'), code: EXIT_CONFIG }
  if (cause instanceof UsageError) return { say: cause.message, code: EXIT_USAGE }
  if (cause instanceof StartError) return { say: cause.message, code: 1 }
  return {
    say: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    code: EXIT_FAULT,
  }
}

/** Runs the work of a process to its end and leaves with its exit code. */
export async function toTheEnd(work: (stop: Stop) => Promise<number>): Promise<never> {
  const stop = listenForStop()
  try {
    process.exit(await work(stop))
  } catch (cause) {
    const { say, code } = lastWords(cause)
    if (stop.asked) process.exit(130)
    process.stderr.write(`${say}\n`)
    process.exit(code)
  }
}

/** One line for the terminal. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
