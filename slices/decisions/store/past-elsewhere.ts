/**
 * A decision that was decided elsewhere, kept as one that was counted: text, roll, ballots and publication as
 * if it had been decided here, marked with where it comes from. Nothing follows from its outcome: no term
 * begins, no rule changes, nobody is asked or told.
 */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'
import type { Paper } from '../rules/count/count.ts'
import { publishDecision } from '../rules/count/publication.ts'
import type { RollEntry } from '../rules/count/published.ts'
import type { Ruling } from '../rules/count/ruling.ts'
import type { Vote } from '../rules/count/votes.ts'
import { writeRoll } from './ballots.ts'
import { type DecisionId, isPerson, topicOf, writing } from './tables.ts'

export type Past = {
  id: DecisionId
  circle: CircleId
  by: PersonId
  /** Where it was talked about, which was brought here too. */
  thread?: ThreadId | null
  times: { made: Instant; opened: Instant; closed: Instant }
  title: string
  question: string
  options: readonly string[]
  seats: number
  ruling: Ruling
  /** Who could vote. Who is nobody of this hall stands in the publication alone. */
  entries: readonly RollEntry[]
  papers: readonly Paper[]
  /** The ballots that bear a name of this hall. */
  ballots: readonly { member: PersonId; vote: Vote; said: string; at: Instant }[]
  outcome: { words: string; by: PersonId | null; at: Instant } | null
  source: {
    origin: string
    /** Its name there. */
    key: string
    link: string | null
    assumed: boolean
    anonymous: boolean
  }
}

async function writeText(tx: Transaction, past: Past): Promise<void> {
  const { id, circle, by, thread = null, times } = past
  const { title, question, options, seats, ruling } = past
  await writing(tx)
    .insertInto('decisions')
    .values({
      id,
      circle,
      kind: ruling.kind.key,
      follows: null,
      thread,
      state: 'draft',
      made_by: by,
      made_at: times.made,
      text: 1,
      proposed_at: times.made,
      opens_at: times.opened,
    })
    .execute()
  const named = options.map((name) => ({ name, note: '', person: null }))
  await writing(tx)
    .insertInto('decision_texts')
    .values({
      decision: id,
      number: 1,
      title,
      question,
      options: JSON.stringify(named),
      seats,
      why: '',
      by,
      at: times.made,
    })
    .execute()
}

/** Its roll, and its opening at its own time. */
async function openAgain(tx: Transaction, past: Past, rollHash: string): Promise<void> {
  const { id, circle, times, entries, ruling } = past
  const as = { weight: 1, votes: true, why: 'class', day: null } as const
  const named = entries.filter(({ member }) => isPerson(member))
  await writeRoll(
    tx,
    id,
    named.map(({ member, kind, class: inClass }) => ({ member, kind, class: inClass, ...as })),
  )
  await writing(tx)
    .updateTable('decisions')
    .set({
      state: 'open',
      ruling: JSON.stringify(ruling),
      ruled_by: circle,
      ruled_version: 0,
      roll_sha256: rollHash,
      opened_at: times.opened,
      closes_at: times.closed,
    })
    .where('id', '=', id)
    .execute()
}

async function writeBallots(tx: Transaction, { id, ballots }: Past): Promise<void> {
  for (const { member, vote, said, at } of ballots) {
    await writing(tx)
      .insertInto('decision_ballots')
      .values({ decision: id, member, vote: JSON.stringify(vote), said, by: member, at })
      .execute()
    await writing(tx)
      .updateTable('decision_roll')
      .set({ voted_at: at })
      .where('decision', '=', id)
      .where('member', '=', member)
      .execute()
  }
}

/** Writes it, opened, voted on and counted at its own times. */
export async function keepPast(tx: Transaction, past: Past, now: Instant): Promise<void> {
  const { id, circle, times, entries, papers, ruling, outcome, source } = past
  await writeText(tx, past)
  const { published } = publishDecision({
    decision: id,
    circle,
    title: past.title,
    question: past.question,
    options: [...past.options],
    constitution: { circle, version: 0 },
    ruling,
    seats: past.seats,
    lot: null,
    opened: times.opened,
    closed: times.closed,
    roll: entries,
    papers,
  })
  await openAgain(tx, past, published.roll.sha256)
  await writeBallots(tx, past)
  const { fingerprint } = published
  await writing(tx)
    .insertInto('decision_counts')
    .values({ decision: id, publication: JSON.stringify(published), fingerprint })
    .execute()
  await writing(tx)
    .updateTable('decisions')
    .set({
      state: 'counted',
      counted_at: times.closed,
      reminded_at: times.closed,
      result: published.outcome,
      ...(outcome
        ? { outcome: outcome.words, outcome_by: outcome.by, outcome_at: outcome.at }
        : {}),
    })
    .where('id', '=', id)
    .execute()
  const { key, ...from } = source
  await writing(tx)
    .insertInto('decision_sources')
    .values({ decision: id, circle, ...from })
    .execute()
  const data = { circle, decision: id, origin: source.origin, key, fingerprint }
  await note(tx, topicOf(id), [{ kind: 'decision.imported', data }], { now, actor: null })
}
