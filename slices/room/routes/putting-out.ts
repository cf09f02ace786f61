/** Ending what somebody hears of a gathering, at once, on every socket of theirs and every node. */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Expulsion } from '#kernel/live.ts'
import type { Who } from '../rules/call.ts'
import { forgetLines } from '../store/presence.ts'
import { forgetSockets } from '../store/sockets.ts'
import { roomsWith } from '../store/within.ts'
import { careOf, talkTopic, topicOf } from '../store/tables.ts'
import { talksOf } from '../store/talks.ts'

/** What is to be ended for somebody who goes; their presence is forgotten with it. */
export type Sockets = { topics: string[]; browsers: string[] }

/** Forgets that somebody is present, in the transaction in which they go. */
export async function socketsOf(tx: Transaction, gathering: string, who: Who): Promise<Sockets> {
  const within = await roomsWith(tx, gathering, who)
  const browsers = [
    ...(await forgetLines(tx, gathering, who)),
    ...(await Promise.all(within.map((room) => forgetLines(tx, room, who)))).flat(),
  ]
  const talks = await talksOf(tx, gathering, who, false)
  const topics = [
    ...[gathering, ...within].map(topicOf),
    careOf(gathering),
    ...talks.map(({ id }) => talkTopic(id)),
  ]
  return { topics, browsers }
}

/** Ends them; after the commit. */
export function putOut(
  hall: Hall,
  gathering: string,
  who: Who,
  { topics, browsers }: Sockets,
): void {
  forgetSockets(hall, gathering, who)
  const whoms: Expulsion[] = who.startsWith('per_')
    ? [{ person: who }]
    : browsers.map((browser) => ({ browser }))
  for (const topic of topics) for (const whom of whoms) hall.live.expel({ topic, ...whom })
}
