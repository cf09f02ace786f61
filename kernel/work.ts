/**
 * Work: what would hold the event loop longer than 20 ms (a large import, an export) runs in a
 * worker thread of its own. A file of tasks calls `offer` with its functions; whoever wants one done
 * calls `workOn` with the address of that file. What goes in and out is copied, so it is plain data.
 */
import { setPriority } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { Refused } from './problem.ts'

const Wanted = z.object({ task: z.string(), given: z.unknown() })
const Answered = z.union([
  z.object({ refused: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
  z.object({ failed: z.string() }),
  z.object({ done: z.unknown() }),
])
type Answered = z.infer<typeof Answered>

/** Offers the tasks of a file that was opened as a worker; does nothing elsewhere. */
export function offer(tasks: Record<string, (given: unknown) => unknown>): void {
  if (isMainThread || !parentPort) return
  const port = parentPort
  void answerTo(tasks).then((answer) => port.postMessage(answer))
}

async function answerTo(tasks: Record<string, (given: unknown) => unknown>): Promise<Answered> {
  const { task, given } = Wanted.parse(workerData)
  stepBack()
  try {
    const run = tasks[task]
    if (!run) throw new Error(`nobody offers the task ${task}`)
    return { done: await run(given) }
  } catch (cause) {
    if (cause instanceof Refused) return cause.refusal
    return { failed: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
  }
}

const NICE = 10

/** Those in a room go first. On Linux the nice value is of the thread, so the worker alone steps back. */
function stepBack(): void {
  if (process.platform === 'linux') setPriority(NICE)
}

export type Wish<T> = {
  /** The file that offers the task: `new URL('./file.ts', import.meta.url)`. */
  file: URL
  task: string
  given: unknown
  /** Reads what comes back. */
  answer: z.ZodType<T>
  /** Gives up after so many milliseconds, or when it takes too much memory, with this refusal. */
  within?: { ms: number; refused: string }
}

const MEMORY = { maxOldGenerationSizeMb: 1024, stackSizeMb: 4 }

/** Has a task done in a worker; a refusal there is a refusal here. */
export async function workOn<T>({ file, task, given, answer, within }: Wish<T>): Promise<T> {
  const limits = within ? { resourceLimits: MEMORY } : {}
  const worker = new Worker(file, { workerData: { task, given }, ...limits })
  let late: NodeJS.Timeout | undefined
  try {
    const said = await new Promise<unknown>((resolve, reject) => {
      const giveUp = () => reject(new Refused(within?.refused ?? ''))
      if (within) late = setTimeout(giveUp, within.ms)
      worker.once('message', resolve)
      worker.once('error', (cause) => (within && isMemory(cause) ? giveUp() : reject(cause)))
      worker.once('exit', () => reject(new Error(`the worker for ${task} went without an answer`)))
    })
    const read = Answered.parse(said)
    if ('refused' in read) throw new Refused(read.refused, read.details)
    if ('failed' in read) throw new Error(read.failed)
    return answer.parse(read.done)
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}

function isMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
