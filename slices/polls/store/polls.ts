/** Polls: asked, changed, closed, opened again, withdrawn, put into words; each with its entry. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'
import type { Form, Shown, Slot } from '../rules/poll.ts'
import {
  type By,
  type GatheringId,
  type Poll,
  type PollId,
  reading,
  type SlotId,
  type SlotRow,
  topicOf,
  writing,
} from './tables.ts'

/** The poll; undefined when there is none. */
export function pollOf(db: Reader, id: PollId): Promise<Poll | undefined> {
  return reading(db).selectFrom('polls').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The poll, held until the transaction ends. */
export function holdPoll(tx: Transaction, id: PollId): Promise<Poll | undefined> {
  return writing(tx)
    .selectFrom('polls')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The times of a time poll, the earliest first. */
export function slotsOf(db: Reader, poll: PollId): Promise<SlotRow[]> {
  return reading(db)
    .selectFrom('poll_slots')
    .selectAll()
    .where('poll', '=', poll)
    .orderBy('starts_at')
    .orderBy('minutes')
    .execute()
}

/** How many polls of somebody are open in a circle. */
export async function openOf(db: Reader, circle: CircleId, person: PersonId): Promise<number> {
  const { count } = await reading(db)
    .selectFrom('polls')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('circle', '=', circle)
    .where('made_by', '=', person)
    .where('closed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type Text = {
  title: string
  words: string
  zone: string | null
  hidden: boolean
  shown: Shown
  closesAt: Instant
}
export type Asking = Text & { circle: CircleId; form: Form; thread: ThreadId | null }

const columnsOf = ({ closesAt, ...text }: Text) => ({ ...text, closes_at: closesAt })

async function saveSlots(tx: Transaction, poll: PollId, slots: readonly Slot[], now: Instant) {
  await writing(tx).deleteFrom('poll_slots').where('poll', '=', poll).execute()
  if (slots.length === 0) return
  const rows = slots.map(({ startsAt, minutes }) => ({
    id: newId('slt', Date.parse(now)),
    poll,
    starts_at: startsAt,
    minutes,
  }))
  await writing(tx).insertInto('poll_slots').values(rows).execute()
}

/** Asks a circle. */
export async function makePoll(
  tx: Transaction,
  { circle, form, thread, ...text }: Asking,
  slots: readonly Slot[],
  { by, now }: { by: PersonId; now: Instant },
): Promise<PollId> {
  const id = newId('pll', Date.parse(now))
  await writing(tx)
    .insertInto('polls')
    .values({
      ...columnsOf(text),
      id,
      circle,
      form,
      thread,
      made_by: by,
      made_at: now,
      opened_at: now,
    })
    .execute()
  await saveSlots(tx, id, slots, now)
  const data = { circle, form, title: text.title, closes: text.closesAt }
  await note(tx, topicOf(id), [{ kind: 'poll.asked', data }], { now, actor: by })
  return id
}

async function change(
  tx: Transaction,
  { id }: Pick<Poll, 'id'>,
  set: Partial<Omit<Poll, 'id'>>,
  { fact, by, now }: By & { fact: { kind: string; data: object } },
): Promise<void> {
  await writing(tx).updateTable('polls').set(set).where('id', '=', id).execute()
  await note(tx, topicOf(id), [fact], { now, actor: by })
}

/** Asks something else, as long as nobody has answered. */
export async function changePoll(
  tx: Transaction,
  poll: Poll,
  { text, slots }: { text: Text; slots: readonly Slot[] },
  { by, now }: By,
): Promise<void> {
  await saveSlots(tx, poll.id, slots, now)
  const fact = { kind: 'poll.changed', data: { title: text.title, before: poll.title } }
  await change(tx, poll, { ...columnsOf(text), reminded_at: null }, { fact, by, now })
}

/** Gives it another close; whoever has not answered is reminded of that one. */
export async function moveClose(
  tx: Transaction,
  poll: Poll,
  closesAt: Instant,
  { by, now }: By,
): Promise<void> {
  const set = { closes_at: closesAt, moved: poll.moved + 1, reminded_at: null }
  const fact = { kind: 'poll.moved', data: { closed: poll.closes_at, closes: closesAt } }
  await change(tx, poll, set, { fact, by, now })
}

/** Closes it; nobody: because its time has come. */
export async function closePoll(tx: Transaction, poll: Poll, { by, now }: By): Promise<void> {
  const fact = { kind: 'poll.closed', data: {} }
  await change(tx, poll, { closed_at: now, closed_by: by }, { fact, by, now })
}

/** Opens it again; what was called from it and called off is let go of. */
export async function reopenPoll(
  tx: Transaction,
  poll: Poll,
  closesAt: Instant,
  { by, now }: By,
): Promise<void> {
  const set = {
    opened_at: now,
    closes_at: closesAt,
    moved: poll.moved + 1,
    reminded_at: null,
    closed_at: null,
    closed_by: null,
    slot: null,
    gathering: null,
  }
  const fact = { kind: 'poll.reopened', data: { closes: closesAt } }
  await change(tx, poll, set, { fact, by, now })
}

/** Withdraws it, with a reason. */
export async function withdrawPoll(
  tx: Transaction,
  poll: Poll,
  why: string,
  { by, now }: By,
): Promise<void> {
  const fact = { kind: 'poll.withdrawn', data: { why } }
  await change(tx, poll, { withdrawn_at: now, withdrawn_by: by, why }, { fact, by, now })
}

/** Says in words what came of it. */
export async function sumPoll(
  tx: Transaction,
  poll: Poll,
  summary: string,
  { by, now }: By,
): Promise<void> {
  const fact = { kind: 'poll.summed', data: { anew: poll.summary !== null } }
  await change(tx, poll, { summary, summary_by: by, summary_at: now }, { fact, by, now })
}

/** Keeps which gathering it became. */
export async function keepCalled(
  tx: Transaction,
  poll: Poll,
  { slot, gathering }: { slot: SlotId; gathering: GatheringId },
  { by, now }: By,
): Promise<void> {
  const fact = { kind: 'poll.called', data: { slot, gathering } }
  await change(tx, poll, { slot, gathering }, { fact, by, now })
}

/** Remembers that whoever has not answered was reminded. */
export async function markReminded(tx: Transaction, id: PollId, now: Instant): Promise<void> {
  await writing(tx).updateTable('polls').set({ reminded_at: now }).where('id', '=', id).execute()
}

/** Those that are open and close before a moment: to be closed, or to be reminded of. */
export function closingBefore(db: Reader, moment: Instant): Promise<Poll[]> {
  return reading(db)
    .selectFrom('polls')
    .selectAll()
    .where('closed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('closes_at', '<=', moment)
    .orderBy('closes_at')
    .execute()
}

/** The poll that became a gathering. */
export function pollBehind(db: Reader, gathering: GatheringId): Promise<Poll | undefined> {
  return reading(db)
    .selectFrom('polls')
    .selectAll()
    .where('gathering', '=', gathering)
    .executeTakeFirst()
}
