/** The polls of a circle, a page at a time, and what waits for somebody. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, circlesOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type Poll, type PollId, reading } from './tables.ts'

export const PAGE = 20

/** Those that go on, or those that are over, the newest first. */
export function pollsIn(
  db: Reader,
  circle: CircleId,
  { which, after, now }: { which: 'going' | 'over'; after: PollId | null; now: Instant },
): Promise<Poll[]> {
  const query = reading(db)
    .selectFrom('polls')
    .selectAll()
    .where('circle', '=', circle)
    .where((eb) => {
      const going = eb.and([
        eb('withdrawn_at', 'is', null),
        eb('closed_at', 'is', null),
        eb('closes_at', '>', now),
      ])
      return which === 'going' ? going : eb.not(going)
    })
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  return (after ? query.where('id', '<', after) : query).execute()
}

export type Waiting = { poll: Poll; circle: string; what: 'answer' | 'choose' | 'sum' }
const MOST_WAITING = 50

const pollsAmong = (db: Reader, circles: readonly CircleId[]) =>
  reading(db)
    .selectFrom('polls')
    .selectAll()
    .where('circle', 'in', [...circles])
    .where('withdrawn_at', 'is', null)
    .orderBy('closes_at')
    .limit(MOST_WAITING)

type Whose = { circles: readonly CircleId[]; person: PersonId; now: Instant }

/** Those that are open and that somebody has not answered. */
function unanswered(db: Reader, { circles, person, now }: Whose): Promise<Poll[]> {
  return pollsAmong(db, circles)
    .where('closed_at', 'is', null)
    .where('closes_at', '>', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('poll_replies')
            .select('poll_replies.poll')
            .whereRef('poll_replies.poll', '=', 'polls.id')
            .where('poll_replies.person', '=', person),
        ),
      ),
    )
    .execute()
}

/** Those somebody asked that closed with answers, and came to no end; of times one lies ahead. */
function unended(db: Reader, { circles, person, now }: Whose): Promise<Poll[]> {
  return pollsAmong(db, circles)
    .where('made_by', '=', person)
    .where('closed_at', 'is not', null)
    .where('summary', 'is', null)
    .where('gathering', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('poll_replies')
          .select('poll_replies.poll')
          .whereRef('poll_replies.poll', '=', 'polls.id'),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('form', '<>', 'time'),
        eb.exists(
          eb
            .selectFrom('poll_slots')
            .select('poll_slots.id')
            .whereRef('poll_slots.poll', '=', 'polls.id')
            .where('poll_slots.starts_at', '>', now),
        ),
      ]),
    )
    .execute()
}

/** What somebody has not answered yet, and what they asked that is to be brought to an end. */
export async function waitingFor(db: Reader, person: PersonId, now: Instant): Promise<Waiting[]> {
  const own = await circlesOf(db, person)
  if (own.length === 0) return []
  const names = new Map<string, string>(own.map(({ id, name }) => [id, name]))
  const whose = { circles: own.map(({ id }) => id), person, now }
  const [open, over] = await Promise.all([unanswered(db, whose), unended(db, whose)])
  const told = (poll: Poll, what: Waiting['what']): Waiting => ({
    poll,
    circle: names.get(poll.circle) ?? '',
    what,
  })
  return [
    ...open.map((poll) => told(poll, 'answer')),
    ...over.map((poll) => told(poll, poll.form === 'time' ? 'choose' : 'sum')),
  ]
}
