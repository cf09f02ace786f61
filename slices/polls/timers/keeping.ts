/**
 * What happens to polls because time passes: whoever has not answered is reminded, and they close. Each
 * step looks once more under a lock, so that a second node, or a start after a crash, does nothing twice.
 */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { remindsAt } from '../rules/poll.ts'
import { closePoll, closingBefore, holdPoll, markReminded } from '../store/polls.ts'
import { type PollId, topicOf } from '../store/tables.ts'
import { writeLetters } from './letters.ts'

async function closeDue(hall: Hall, id: PollId, now: Instant): Promise<void> {
  await hall.transact(async (tx) => {
    const held = await holdPoll(tx, id)
    const isOpen = held && held.closed_at === null && held.withdrawn_at === null
    if (!isOpen || now < held.closes_at) return
    await closePoll(tx, held, { by: null, now })
    await writeLetters(hall, tx, { poll: id, about: 'closed', which: `${held.moved}` })
  }, topicOf(id))
}

async function remindDue(hall: Hall, id: PollId, now: Instant): Promise<void> {
  await hall.transact(async (tx) => {
    const held = await holdPoll(tx, id)
    const isOpen = held && held.closed_at === null && held.withdrawn_at === null
    if (!isOpen || held.reminded_at !== null || now >= held.closes_at) return
    await markReminded(tx, id, now)
    await writeLetters(hall, tx, { poll: id, about: 'remind', which: `${held.moved}` })
  }, topicOf(id))
}

/** Reminds and closes, as far as it is time. */
export async function keepPolls(hall: Hall, now: Instant): Promise<void> {
  for (const { id, opened_at, closes_at, reminded_at } of await closingBefore(
    hall.db,
    plus(now, DAY),
  ))
    if (now >= closes_at) await closeDue(hall, id, now)
    else if (reminded_at === null && now >= remindsAt(opened_at, closes_at))
      await remindDue(hall, id, now)
}
