/** The poll that an operation is about, with its times, held until its transaction ends. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { headingOf } from '#slices/gatherings/index.ts'
import type { Slot, Standing } from '../rules/poll.ts'
import { countAnswers } from '../store/answers.ts'
import { holdPoll, pollOf, slotsOf } from '../store/polls.ts'
import type { Poll, PollId, SlotRow } from '../store/tables.ts'

/** The poll of an address. */
export async function pollAt(db: Reader, id: PollId): Promise<Poll> {
  const found = await pollOf(db, id)
  if (!found) throw new Refused('not-found')
  return found
}

/** Whether the gathering that was called from it stands. */
export async function standsCalled(db: Reader, { gathering }: Poll): Promise<boolean> {
  if (gathering === null) return false
  return (await headingOf(db, gathering))?.cancelledAt === null
}

/** Where it stands, as the rules look at it. */
export async function standingOf(db: Reader, poll: Poll): Promise<Standing> {
  const [answers, called] = await Promise.all([countAnswers(db, poll.id), standsCalled(db, poll)])
  const { form, closes_at: closesAt, closed_at: closedAt, withdrawn_at: withdrawnAt } = poll
  return { form, closesAt, closedAt, withdrawnAt, called, answers }
}

export const slotFrom = ({ starts_at: startsAt, minutes }: SlotRow): Slot => ({ startsAt, minutes })

export type Held = { poll: Poll; standing: Standing; rows: SlotRow[]; slots: Slot[] }

export async function heldPoll(tx: Transaction, id: PollId): Promise<Held> {
  const poll = await holdPoll(tx, id)
  if (!poll) throw new Refused('not-found')
  const [standing, rows] = await Promise.all([standingOf(tx, poll), slotsOf(tx, id)])
  return { poll, standing, rows, slots: rows.map(slotFrom) }
}
