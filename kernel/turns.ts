/**
 * Turns: changes of one thing (a room) wait here, in the order of asking, before a connection to
 * the database is taken for them. The database holds them apart anyway (holdTopic), and between
 * nodes it alone does; but whoever waits there holds a connection, so that one busy room would
 * leave none to the others. Two at a time: one writes, the next makes itself ready. Timers wait here,
 * too, as long as it takes.
 */
import { SECOND } from './clock.ts'
import { Refused } from './problem.ts'

const AT_ONCE = 2
const PATIENCE = 10 * SECOND

type Queue = { running: number; waiting: (() => void)[] }
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/** Refuses `database-away` to who waited longer than `patience`, in ms: then nothing moves any more. */
export function createTurns(patience = PATIENCE): Turns {
  const queues = new Map<string, Queue>()
  return async (key, work) => {
    const queue = queues.get(key) ?? { running: 0, waiting: [] }
    queues.set(key, queue)
    const asked = performance.now()
    if (queue.running >= AT_ONCE) await new Promise<void>((go) => queue.waiting.push(go))
    else queue.running += 1
    try {
      if (performance.now() - asked > patience) throw new Refused('database-away')
      return await work()
    } finally {
      const next = queue.waiting.shift()
      if (next) next()
      else queue.running -= 1
      if (queue.running === 0) queues.delete(key)
    }
  }
}
