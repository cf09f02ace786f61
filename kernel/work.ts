/**
 * Work: what would hold the event loop longer than 20 ms (a large import, an export) runs in a
 * worker thread of its own. A file of tasks calls `offer` with its functions; whoever wants one done
 * calls `workOn` with the address of that file. What goes in and out is copied, so it is plain data.
 * A worker ends with its task; one that `stays` waits a minute for the next, since to start it and
 * load what it needs takes longer than most of its tasks.
 */
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Refused } from './problem.ts'

const Wanted = z.object({ task: z.string(), given: z.unknown() })
const Answered = z.union([
  z.object({ refused: z.string(), details: z.record(z.string(), z.unknown()).optional() }),
  z.object({ failed: z.string() }),
  z.object({ done: z.unknown() }),
])
type Answered = z.infer<typeof Answered>

type Tasks = Record<string, (given: unknown) => unknown>

/** Offers the tasks of a file that was opened as a worker; does nothing elsewhere. */
export function offer(tasks: Tasks): void {
  if (isMainThread || !parentPort) return
  const port = parentPort
  stepBack()
  port.on('message', (wanted: unknown) => {
    void answerTo(tasks, wanted).then((answer) => port.postMessage(answer))
  })
}

async function answerTo(tasks: Tasks, wanted: unknown): Promise<Answered> {
  const { task, given } = Wanted.parse(wanted)
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
  /** Whether the worker waits for the next task of its file; not together with `within`. */
  stays?: boolean
}

const MEMORY = { maxOldGenerationSizeMb: 1024, stackSizeMb: 4 }
const STAYS_MS = 60_000

type Waiting = { worker: Worker; leaves: NodeJS.Timeout; end: () => void }
/** At most one worker of each file waits. */
const waiting = new Map<string, Waiting>()

function workerFor(file: URL, limits: object): Worker {
  const ready = waiting.get(file.href)
  if (!ready) return new Worker(file, limits)
  waiting.delete(file.href)
  clearTimeout(ready.leaves)
  ready.worker.off('error', ready.end)
  ready.worker.ref()
  return ready.worker
}

/** Lets a worker wait; it holds nobody up who wants to close. */
function letWait(file: URL, worker: Worker): void {
  const end = () => {
    if (waiting.get(file.href)?.worker === worker) waiting.delete(file.href)
    void worker.terminate()
  }
  worker.once('error', end)
  worker.unref()
  waiting.set(file.href, { worker, end, leaves: setTimeout(end, STAYS_MS).unref() })
}

/** What a worker says to a task; its listeners go with it, since the worker may stay. */
async function saidOf(worker: Worker, { task, given, within }: Wish<unknown>): Promise<unknown> {
  const over = new AbortController()
  const tooLate = Promise.withResolvers<never>()
  const giveUp = () => tooLate.reject(new Refused(within?.refused ?? ''))
  const late = within && setTimeout(giveUp, within.ms)
  const gone = once(worker, 'exit', over).then(() => {
    throw new Error(`the worker for ${task} went without an answer`)
  })
  const answered = once(worker, 'message', over)
  worker.postMessage({ task, given }, [])
  try {
    const [said]: unknown[] = await Promise.race([answered, gone, tooLate.promise])
    return said
  } catch (cause) {
    throw within && isMemory(cause) ? new Refused(within.refused) : cause
  } finally {
    clearTimeout(late)
    over.abort()
  }
}

/** Has a task done in a worker; a refusal there is a refusal here. */
export async function workOn<T>(wish: Wish<T>): Promise<T> {
  const { file, within, stays = false } = wish
  const worker = workerFor(file, within ? { resourceLimits: MEMORY } : {})
  let sound = false
  try {
    const read = Answered.parse(await saidOf(worker, wish))
    sound = true
    if ('refused' in read) throw new Refused(read.refused, read.details)
    if ('failed' in read) throw new Error(read.failed)
    return wish.answer.parse(read.done)
  } finally {
    if (stays && sound && !waiting.has(file.href)) letWait(file, worker)
    else await worker.terminate()
  }
}

function isMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
