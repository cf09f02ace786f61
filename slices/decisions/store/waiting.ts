/** What waits for somebody: ballots, outcomes to put into words, objections to answer, reviews. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, delegatesOf, isSteward } from '#slices/circles/index.ts'
import { type PersonId, recordsOf } from '#slices/people/index.ts'
import type { WAITS_FOR_ME } from '../rules/life/life.ts'
import { withTitles } from './decisions.ts'
import type { Decision, DecisionId } from './tables.ts'
import { silentGivers } from './voices.ts'
import { waitingInTalk } from './waiting-talk.ts'

export type Waiting = {
  decision: DecisionId
  title: string
  circle: CircleId
  what: (typeof WAITS_FOR_ME)[number]
  /** For whom beside themselves: co-ops that send them, members who asked them. */
  as: string[]
  closesAt: Instant | null
}

/** The decisions of those who asked this person to vote for them. */
async function rowsOf(db: Reader, asked: readonly { decision: DecisionId; member: string }[]) {
  if (asked.length === 0) return []
  const rows = await withTitles(db)
    .select(['decisions.id', 'title', 'circle', 'closes_at'])
    .where(
      'decisions.id',
      'in',
      asked.map(({ decision }) => decision),
    )
    .execute()
  return asked.flatMap(({ decision, member }) =>
    rows.flatMap((row) => (row.id === decision ? [{ ...row, member }] : [])),
  )
}

/** Open decisions in which somebody, or a co-op they speak for, has not voted. */
async function toVote(db: Reader, person: PersonId, now: Instant): Promise<Waiting[]> {
  const sent = await delegatesOf(db, { person }, now)
  const records: string[] = await recordsOf(db, person)
  const members = [...records, ...sent.map(({ body }) => body)]
  const rows = await withTitles(db)
    .innerJoin('decision_roll', 'decision_roll.decision', 'decisions.id')
    .select(['decisions.id', 'title', 'circle', 'closes_at', 'member'])
    .where('state', '=', 'open')
    .where('gathering', 'is', null)
    .where('closes_at', '>', now)
    .where('votes', '=', true)
    .where('voted_at', 'is', null)
    .where('member', 'in', members)
    .orderBy('closes_at')
    .execute()
  const speaks = rows.filter(
    ({ member, circle }) =>
      records.includes(member) || sent.some((one) => one.body === member && one.circle === circle),
  )
  const asked = await silentGivers(db, person, now)
  const others = await rowsOf(db, asked)
  const byDecision = Map.groupBy([...speaks, ...others], ({ id }) => id)
  return [...byDecision.values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const { id: decision, title, circle, closes_at: closesAt } = first
    const as = of.flatMap(({ member }) => (records.includes(member) ? [] : [member]))
    return [{ decision, title, circle, what: 'vote', as, closesAt }]
  })
}

/** Counted ones that somebody proposed and that have no words yet, or whose day has come. */
async function toKeep(db: Reader, person: PersonId): Promise<Waiting[]> {
  const rows = await withTitles(db)
    .select(['decisions.id', 'title', 'circle', 'outcome'])
    .where('state', '=', 'counted')
    .where('made_by', '=', person)
    .where('amends', '=', false)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('reviewed_at', 'is not', null)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('decisions as later')
            .select('later.id')
            .whereRef('later.follows', '=', 'decisions.id'),
        ),
      ),
    )
    .orderBy('decisions.id')
    .execute()
  return rows.map(({ id, title, circle, outcome }) => ({
    decision: id,
    title,
    circle,
    what: outcome === null ? 'word' : 'review',
    as: [],
    closesAt: null,
  }))
}

/** Proposals whose roll somebody objects to, in circles that this person stewards. */
async function toAnswer(db: Reader, person: PersonId): Promise<Waiting[]> {
  const rows: (Pick<Decision, 'id' | 'circle'> & { title: string })[] = await withTitles(db)
    .select(['decisions.id', 'title', 'circle'])
    .where('state', '=', 'talk')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('decision_contests')
          .select('decision_contests.id')
          .whereRef('decision_contests.decision', '=', 'decisions.id')
          .where('answer', 'is', null),
      ),
    )
    .execute()
  const mine: Waiting[] = []
  for (const { id, title, circle } of rows)
    if (await isSteward(db, person, circle))
      mine.push({ decision: id, title, circle, what: 'answer', as: [], closesAt: null })
  return mine
}

/** Everything that waits for somebody, what closes first before the rest. */
export async function waitingOf(db: Reader, person: PersonId, now: Instant): Promise<Waiting[]> {
  const records = await recordsOf(db, person)
  const sent = await delegatesOf(db, { person }, now)
  const speaks = [...records, ...sent.map(({ body }) => body)]
  const [votes, talk, answers, kept] = await Promise.all([
    toVote(db, person, now),
    waitingInTalk(db, { records, speaks }, now),
    toAnswer(db, person),
    toKeep(db, person),
  ])
  return [...votes, ...talk, ...answers, ...kept]
}
