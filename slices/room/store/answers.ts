/** Answers that stand apart until their poll closes: one row a poll. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Apart } from '../rules/asking.ts'
import type { Answer, Poll, Room } from '../rules/state.ts'
import { addTo, tallyOf } from '../rules/tally.ts'
import { reading, writing } from './tables.ts'

type Stood = { tally: ReturnType<typeof tallyOf>; named: Record<string, Answer> }

async function stood(db: Reader, poll: Poll): Promise<Stood> {
  const row = await reading(db)
    .selectFrom('poll_answers')
    .select(['tally', 'named'])
    .where('poll', '=', poll.id)
    .executeTakeFirst()
  return row ?? { tally: tallyOf(poll, []), named: {} }
}

/** Keeps an answer apart: of an anonymous poll only added up, of a named one in place of the last. */
export async function keepApart(
  tx: Transaction,
  gathering: string,
  poll: Poll,
  { who, answer }: { who: string; answer: Answer },
): Promise<void> {
  const before = await stood(tx, poll)
  const tally = JSON.stringify(
    poll.anonymous ? addTo(before.tally, poll.kind, answer) : before.tally,
  )
  const named = JSON.stringify(poll.anonymous ? {} : { ...before.named, [who]: answer })
  await writing(tx)
    .insertInto('poll_answers')
    .values({ poll: poll.id, gathering, tally, named })
    .onConflict((oc) => oc.column('poll').doUpdateSet({ tally, named }))
    .execute()
}

/** Takes what stood apart of a poll, to be put into the record. */
export async function takeApart(tx: Transaction, poll: Poll): Promise<Apart> {
  const { tally, named } = await stood(tx, poll)
  await writing(tx).deleteFrom('poll_answers').where('poll', '=', poll.id).execute()
  if (poll.anonymous) return { tally }
  const answers = Object.entries(named).map(([who, answer]) => ({ who, answer }))
  return { answers: answers.toSorted((a, b) => (a.who < b.who ? -1 : 1)) }
}

/** What somebody answered to named polls whose results are not yet seen, by poll. */
export async function answersApart(
  db: Reader,
  room: Room,
  who: string,
): Promise<Record<string, Answer>> {
  const open = room.polls.filter(
    (poll) => !poll.closedAt && !poll.anonymous && poll.answered.includes(who),
  )
  const mine: Record<string, Answer> = {}
  for (const poll of open) {
    const answer = (await stood(db, poll)).named[who]
    if (answer !== undefined) mine[poll.id] = answer
  }
  return mine
}
