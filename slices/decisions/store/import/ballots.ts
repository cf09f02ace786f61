/** The ballots of a poll in an export, named or not, and who could vote. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Poll } from '../../rules/import/loomio-lines.ts'
import type { Given } from '../../rules/import/loomio-poll.ts'
import { stagedUnder } from './staging.ts'

export type Cast = Given & {
  user: string | null
  at: string | null
  said: { text: string; format: string }
}

export type Found = {
  cast: Cast[]
  /** Who could vote; `voted` null where the export does not say it. */
  voters: { user: string; voted: boolean | null }[]
}

const Scores = z.record(z.string(), z.number())

async function scoresOf(
  tx: Transaction,
  table: 'stance_choices' | 'anonymous_ballot_choices',
  ids: readonly string[],
): Promise<Map<string, Map<string, number>>> {
  const rows = await stagedUnder(tx, table, ids)
  const found = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const ballot = 'stance_id' in row ? row.stance_id : row.anonymous_ballot_id
    const scores = found.get(ballot) ?? new Map<string, number>()
    found.set(ballot, scores.set(row.poll_option_id, row.score))
  }
  return found
}

/** Stances: the latest of each voter, those who were invited and said nothing as voters alone. */
async function fromStances(tx: Transaction, poll: Poll): Promise<Found> {
  const all = await stagedUnder(tx, 'stances', [poll.id])
  const stances = all.filter(({ latest, revoked_at: revoked }) => latest && revoked === null)
  const cast = stances.filter(({ cast_at: at }) => at !== null)
  const choices = await scoresOf(
    tx,
    'stance_choices',
    cast.map(({ id }) => id),
  )
  const given = cast.map((one): Cast => {
    const written = new Map(Object.entries(Scores.parse(one.option_scores)))
    return {
      user: one.participant_id,
      at: one.cast_at,
      said: { text: one.redacted_at === null ? one.reason : '', format: one.reason_format },
      scores: written.size > 0 ? written : (choices.get(one.id) ?? written),
    }
  })
  const voters = stances.flatMap(({ participant_id: user, cast_at: at }) =>
    user === null ? [] : [{ user, voted: at !== null }],
  )
  return { cast: given, voters }
}

/** Ballots that bear no name; their voters stand apart from them. */
async function fromUrn(tx: Transaction, poll: Poll): Promise<Found> {
  const [ballots, voters] = await Promise.all([
    stagedUnder(tx, 'anonymous_ballots', [poll.id]),
    stagedUnder(tx, 'anonymous_poll_voters', [poll.id]),
  ])
  const scores = await scoresOf(
    tx,
    'anonymous_ballot_choices',
    ballots.map(({ id }) => id),
  )
  return {
    cast: ballots.map(({ id }) => ({
      user: null,
      at: null,
      said: { text: '', format: '' },
      scores: scores.get(id) ?? new Map<string, number>(),
    })),
    voters: voters.flatMap(({ voter_id: user, ballot_submitted: voted }) =>
      user === null ? [] : [{ user, voted }],
    ),
  }
}

/** What was cast in a poll. Of older anonymous ones the stances without their voters. */
export async function ballotsIn(tx: Transaction, poll: Poll): Promise<Found> {
  if (!poll.anonymous) return fromStances(tx, poll)
  const urn = await fromUrn(tx, poll)
  if (urn.cast.length > 0 || urn.voters.length > 0) return urn
  const [stances, receipts] = await Promise.all([
    fromStances(tx, poll),
    stagedUnder(tx, 'stance_receipts', [poll.id]),
  ])
  return {
    cast: stances.cast.map((one) => ({ ...one, user: null })),
    voters: receipts.flatMap(({ voter_id: user, vote_cast: voted }) =>
      user === null ? [] : [{ user, voted }],
    ),
  }
}
