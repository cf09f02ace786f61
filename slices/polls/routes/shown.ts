/** Polls as they are shown: with names, sums, the best time, what clashes. */
import type { Reader } from '#kernel/database.ts'
import { busyFor } from '#slices/gatherings/index.ts'
import { type Name, type PersonId, whoIn } from '#slices/people/index.ts'
import type { Slot } from '../rules/poll.ts'
import { bestOf, clashesOf, endOf } from '../rules/slots.ts'
import { marksIn, sumsOf } from '../store/answers.ts'
import { slotsOf } from '../store/polls.ts'
import type { Poll } from '../store/tables.ts'
import { slotFrom } from './holding.ts'

export type Names = ReadonlyMap<string, Name>

/** Somebody as they are shown; null for nobody, when the hall did it itself. */
export const whoOrNone = (names: Names, id: string | null) =>
  id === null ? null : whoIn(names, id)

const NO_SUMS = { yes: 0, need: 0, no: 0 }

/** The times of a time poll, as one person sees them. */
export async function shownSlots(db: Reader, poll: Poll, person: PersonId) {
  if (poll.form !== 'time') return { slots: [], best: null, level: [] }
  const rows = await slotsOf(db, poll.id)
  const [sums, marks, busy] = await Promise.all([
    sumsOf(db, poll.id),
    marksIn(db, poll.id, [person]),
    busyBeside(db, person, { poll, times: rows.map(slotFrom) }),
  ])
  const own = marks.get(person)
  const slots = rows.map((row) => ({
    id: row.id,
    ...slotFrom(row),
    sums: sums.get(row.id) ?? NO_SUMS,
    mine: own?.get(row.id) ?? null,
    clashes: clashesOf(slotFrom(row), busy).map(({ gathering, title, startsAt, answer }) => ({
      gathering,
      title,
      startsAt,
      answer,
    })),
  }))
  return { slots, ...bestOf(slots) }
}

/** What takes somebody's time while these last; the gathering that came of the poll itself is left out. */
async function busyBeside(
  db: Reader,
  person: PersonId,
  { poll, times }: { poll: Poll; times: Slot[] },
) {
  const [first] = times
  if (!first) return []
  const last = times.map(endOf).reduce((a, b) => (a > b ? a : b))
  const busy = await busyFor(db, person, { after: first.startsAt, before: last })
  return busy.filter(({ gathering }) => gathering !== poll.gathering)
}
