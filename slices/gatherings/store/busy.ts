/** When somebody is taken: the gatherings they said yes or maybe to, and those they are asked to. */
import type { Instant } from '#kernel/clock.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import { endOf } from '../rules/doors.ts'
import { type Answer, type GatheringId, reading } from './tables.ts'

export type Busy = {
  gathering: GatheringId
  title: string
  startsAt: Instant
  endsAt: Instant
  /** Null: asked, without an answer yet. */
  answer: Answer | null
}

/** No gathering is announced for longer. */
const LONGEST_MS = DAY

/** What takes somebody's time between two moments, the earliest first; what they declined is left out. */
export async function busyFor(
  db: Reader,
  person: PersonId,
  { after, before }: { after: Instant; before: Instant },
): Promise<Busy[]> {
  const rows = await reading(db)
    .selectFrom('gatherings as g')
    .leftJoin('call_answers as a', (join) =>
      join.onRef('a.gathering', '=', 'g.id').on('a.who', '=', person),
    )
    .select(['g.id', 'g.title', 'g.starts_at as startsAt', 'g.minutes', 'a.answer'])
    .where('g.starts_at', '>', plus(after, -LONGEST_MS))
    .where('g.starts_at', '<', before)
    .where('g.cancelled_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('a.answer', 'in', ['yes', 'maybe']),
        eb.and([
          eb('a.answer', 'is', null),
          eb.exists(
            eb
              .selectFrom('call_invitations as i')
              .select('i.id')
              .whereRef('i.gathering', '=', 'g.id')
              .where('i.person', '=', person),
          ),
        ]),
      ]),
    )
    .orderBy('g.starts_at')
    .orderBy('g.id')
    .execute()
  return rows
    .map(({ id: gathering, minutes, ...row }) => ({
      ...row,
      gathering,
      endsAt: endOf({ startsAt: row.startsAt, minutes }),
    }))
    .filter(({ endsAt }) => endsAt > after)
}
