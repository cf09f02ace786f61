/**
 * What is published of a count, and counting it again.
 * 1. A publication holds all that the count needs and all that it left: method, seats, the order of
 *    the lot, candidates, papers, every step and who is elected. Nobody who voted is in it.
 * 2. Papers are lines, sorted: how many, then candidates from 1 on, `>` between ranks, `=` within one.
 *    Equal elections therefore give equal publications, byte by byte.
 * 3. Its fingerprint is the SHA-256 of the canonical JSON (RFC 8785) of all the rest. It is chained in
 *    the record and printed in the minutes, so that a file with a new fingerprint is another file.
 * 4. A recount computes the outcome from the publication alone. It fits when every step is the same
 *    and so is the fingerprint: one paper, rule or step that was changed makes it not fit, also where
 *    it would not have changed the outcome.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#kernel/canonical.ts'
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import type { Count } from './counting.ts'
import { type AnyStep, RANKED_METHODS } from './methods.ts'
import { type Election, papersFrom, type Ranking, rankingsOf } from './papers.ts'
import type { Lot } from './ties.ts'

const Whole = z.int().min(0)

export const Publication = z.object({
  moothall: z.literal('count/1'),
  title: z.string(),
  method: z.string(),
  seats: z.int().min(1),
  lot: z.array(z.int().min(1)).nullable(),
  candidates: z.array(z.object({ name: z.string(), withdrawn: z.boolean() })).min(1),
  papers: z.array(z.string().regex(/^[1-9]\d* [1-9]\d*([>=][1-9]\d*)*$/)),
  empty: Whole,
  outcome: z.object({
    papers: Whole,
    empty: Whole,
    elected: z.array(z.int().min(1)),
    rounds: Whole,
    steps: z.array(z.record(z.string(), z.json())),
  }),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Publication = z.output<typeof Publication>

const Json = z.array(z.record(z.string(), z.json()))

/** Laws 1 and 2. */
export function publish(election: Election, lot: Lot, count: Count<AnyStep>): Publication {
  const papers = Array.from(rankingsOf(election.papers), ({ ranks, count: times }) => {
    const order = ranks.map((rank) =>
      rank
        .map((one) => one + 1)
        .toSorted((a, b) => a - b)
        .join('='),
    )
    return `${times} ${order.join('>')}`
  })
  const { method, seats, elected, rounds, steps } = count
  const published: Omit<Publication, 'fingerprint'> = {
    moothall: 'count/1',
    title: election.title,
    method,
    seats,
    lot: lot ? lot.map((one) => one + 1) : null,
    candidates: election.candidates.map(({ name, withdrawn }) => ({ name, withdrawn })),
    papers: papers.toSorted(),
    empty: election.papers.empty,
    outcome: {
      papers: count.papers,
      empty: count.empty,
      elected: elected.map((one) => one + 1),
      rounds,
      steps: Json.parse(JSON.parse(JSON.stringify(steps))),
    },
  }
  return { ...published, fingerprint: fingerprintOf(published) }
}

/** Law 3, in hexadecimal. */
export function fingerprintOf(published: Omit<Publication, 'fingerprint'>): string {
  return createHash('sha256').update(canonical(published)).digest('hex')
}

function rankingOf(line: string): Ranking {
  const [count = '', order = ''] = line.split(' ')
  const ranks = order.split('>').map((rank) => rank.split('=').map((one) => Number(one) - 1))
  return { count: Number(count), ranks }
}

/** The election that a publication holds; refuses a paper that names nobody there. */
export function publishedElection(publication: Publication): Election | Refusal {
  const { candidates, papers, empty, title, seats } = publication
  const rankings = papers.map(rankingOf)
  const beyond = rankings.findIndex(({ ranks }) =>
    ranks.flat().some((one) => one >= candidates.length),
  )
  if (beyond !== -1) return refuse('publication-broken', { paper: papers[beyond] })
  const gathered = papersFrom([...rankings, { ranks: [], count: empty }])
  return { title, seats, candidates, papers: gathered, tie: null }
}

export type Recount = { fits: boolean; elected: number[]; differs: string[] }

/** Law 4. Refuses a method that isn't known here, and what the count itself refuses. */
export function recount(publication: Publication): Recount | Refusal {
  const { method, outcome } = publication
  const count = RANKED_METHODS[method]
  if (!count) return refuse('method-unknown', { method })
  const election = publishedElection(publication)
  if (isRefusal(election)) return election
  const lot = publication.lot?.map((one) => one - 1) ?? null
  const counted = count(election, lot)
  if (isRefusal(counted)) return counted
  const again = publish(election, lot, counted)
  const parts = ['papers', 'empty', 'elected', 'rounds', 'steps'] as const
  const differs: string[] = parts.filter(
    (part) => canonical(again.outcome[part]) !== canonical(outcome[part]),
  )
  const { fingerprint, ...rest } = publication
  if (fingerprintOf(rest) !== fingerprint) differs.push('fingerprint')
  return { fits: differs.length === 0, elected: again.outcome.elected, differs }
}
