/** A time poll ends: one of its times becomes a gathering, once. */
import type { Transaction } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { callFrom } from '#slices/gatherings/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { callFromPoll } from '../api/asking.ts'
import { mayChoose } from '../rules/poll.ts'
import { answerFrom } from '../rules/slots.ts'
import { type Marks, marksIn } from '../store/answers.ts'
import { insideOf } from '../store/letters.ts'
import { closePoll, keepCalled } from '../store/polls.ts'
import type { Poll, SlotId } from '../store/tables.ts'
import { heldPoll, slotFrom } from './holding.ts'

/** What those who are still inside said of a time; of a poll that hides names nothing is carried on. */
async function answersTo(
  tx: Transaction,
  { id, hidden }: Poll,
  { slot, inside }: { slot: SlotId; inside: readonly PersonId[] },
) {
  const marks: Marks = hidden ? new Map() : await marksIn(tx, id, inside)
  return new Map(
    [...marks].flatMap(([person, own]) => {
      const mark = own.get(slot)
      return mark ? [[person, answerFrom(mark)] as const] : []
    }),
  )
}

const call = serve(callFromPoll, async ({ params, body, now, caller, transact, hall }) => {
  const by = meIn(caller)
  return transact(async (tx) => {
    const { poll, standing, rows } = await heldPoll(tx, params.poll)
    // The same press once more, from another window or by somebody else, answers the same.
    if (standing.called && poll.gathering && poll.slot === body.slot)
      return { gathering: poll.gathering }
    if (standing.called) throw new Refused('gathering-stands')
    const row = rows.find(({ id }) => id === body.slot)
    allow(mayChoose(standing, row ? slotFrom(row) : null, now))
    if (!row) throw new Refused('time-unknown')
    const inside = await insideOf(tx, poll.circle)
    const purpose = [poll.words, `${hall.config.origin}/polls/${poll.id}`].filter(Boolean)
    const plan = {
      title: poll.title,
      purpose: purpose.join('\n\n').slice(0, 4000),
      zone: poll.zone ?? 'UTC',
      ...slotFrom(row),
    }
    const answers = await answersTo(tx, poll, { slot: row.id, inside })
    const calling = { plan, circle: poll.circle, people: inside, answers }
    const gathering = allow(await callFrom(hall, tx, calling, { by, now, locale: caller.locale }))
    if (poll.closed_at === null) await closePoll(tx, poll, { by, now })
    await keepCalled(tx, poll, { slot: row.id, gathering }, { by, now })
    return { gathering }
  })
})

export const callingServings = [call]
