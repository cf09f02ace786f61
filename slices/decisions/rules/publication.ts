/**
 * What is published of a count, and counting it again.
 * 1. A publication holds all that the count needs and all that it left: method, seats, the order of
 *    the lot, candidates, papers, every step and who is elected. Nobody who voted is in it.
 * 2. Papers are lines, sorted: how many, then candidates from 1 on, `>` between ranks, `=` within one;
 *    of marks, `candidate:mark`, with the scale beside. Equal elections therefore give equal
 *    publications, byte by byte.
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
import { type AnyStep, type Cast, countBy, isMarked } from './methods.ts'
import { type Papers, papersFrom, type Ranking, rankingsOf } from './papers.ts'
import { type Marked, readSheet, writeSheet } from './sheets.ts'
import type { Lot } from './ties.ts'

const Whole = z.int().min(0)
const One = z.int().min(1)
const RANKS = /^[1-9]\d* [1-9]\d*([>=][1-9]\d*)*$/
const MARKS = /^[1-9]\d*( [1-9]\d*:-?\d+)+$/

export const Publication = z.object({
  moothall: z.literal('count/1'),
  title: z.string(),
  method: z.string(),
  seats: One.max(100_000),
  lot: z.array(One).nullable(),
  candidates: z
    .array(z.object({ name: z.string(), withdrawn: z.boolean(), none: z.literal(true).optional() }))
    .min(1),
  /** Of marks only: the scale, and what the marks of one sheet may add up to. */
  scale: z.object({ least: z.int(), most: z.int(), together: Whole.nullable() }).optional(),
  budget: z.object({ whole: Whole, costs: z.array(Whole) }).optional(),
  groups: z.array(z.object({ of: z.array(One), least: Whole })).optional(),
  papers: z.array(z.string().regex(RANKS).or(z.string().regex(MARKS))),
  empty: Whole,
  outcome: z.object({
    papers: Whole,
    empty: Whole,
    invalid: Whole.optional(),
    elected: z.array(One),
    rounds: Whole,
    steps: z.array(z.record(z.string(), z.json())),
  }),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Publication = z.output<typeof Publication>

const Json = z.array(z.record(z.string(), z.json()))

function writeRanking({ ranks, count }: Ranking): string {
  const order = ranks.map((rank) =>
    rank
      .map((one) => one + 1)
      .toSorted((a, b) => a - b)
      .join('='),
  )
  return `${count} ${order.join('>')}`
}

/** Law 2: what was cast, in lines, and how many papers say nothing. */
function castLines(cast: Cast): Pick<Publication, 'scale' | 'budget' | 'papers' | 'empty'> {
  if (!isMarked(cast)) {
    const papers = Array.from(rankingsOf(cast.papers), writeRanking).toSorted()
    return { papers, empty: cast.papers.empty }
  }
  const { scale, together, budget, sheets } = cast
  const said = sheets.filter(({ marks }) => marks.size > 0)
  const blank = sheets.filter(({ marks }) => marks.size === 0)
  return {
    scale: { ...scale, together },
    ...(budget ? { budget: { whole: budget.whole, costs: [...budget.costs] } } : {}),
    papers: said.map(writeSheet).toSorted(),
    empty: blank.reduce((sum, { count }) => sum + count, 0),
  }
}

/** Laws 1 and 2. */
export function publish(cast: Cast, lot: Lot, count: Count<AnyStep>): Publication {
  const { method, seats, elected, rounds, steps, invalid } = count
  const groups = cast.groups?.map(({ of, least }) => ({ of: of.map((one) => one + 1), least }))
  const published: Omit<Publication, 'fingerprint'> = {
    moothall: 'count/1',
    title: cast.title,
    method,
    seats,
    lot: lot ? lot.map((one) => one + 1) : null,
    candidates: cast.candidates.map(({ name, withdrawn, none }) => ({
      name,
      withdrawn,
      ...(none ? { none } : {}),
    })),
    ...castLines(cast),
    ...(groups && groups.length > 0 ? { groups } : {}),
    outcome: {
      papers: count.papers,
      empty: count.empty,
      ...(invalid === undefined ? {} : { invalid }),
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

const gathered = (lines: readonly string[], empty: number): Papers =>
  papersFrom([...lines.map(rankingOf), { ranks: [], count: empty }])

function marksIn({ papers, empty }: Publication): Pick<Marked, 'sheets'> {
  const blank = empty > 0 ? [{ count: empty, marks: new Map<number, number>() }] : []
  return { sheets: [...papers.map(readSheet), ...blank] }
}

/** The highest number of a candidate that a line names. */
function highestIn(line: string): number {
  const named = line.split(' ').slice(1).join('>').split(/[>=]/)
  return Math.max(...named.map((one) => Number(one.split(':')[0])))
}

/** What was cast, as a publication holds it; refuses a paper that names nobody there. */
export function publishedCast(publication: Publication): Cast | Refusal {
  const { papers, empty, title, seats, scale, budget, groups } = publication
  const kind = scale ? MARKS : RANKS
  const broken = papers.find(
    (line) => !kind.test(line) || highestIn(line) > publication.candidates.length,
  )
  if (broken !== undefined) return refuse('publication-broken', { paper: broken })
  const candidates = publication.candidates.map(({ name, withdrawn, none }) => ({
    name,
    withdrawn,
    ...(none ? { none } : {}),
  }))
  const promised = groups?.map(({ of, least }) => ({ of: of.map((one) => one - 1), least }))
  const common = { title, seats, candidates, tie: null, ...(promised ? { groups: promised } : {}) }
  if (!scale) return { ...common, papers: gathered(papers, empty) }
  const { least, most, together } = scale
  const spending = budget ? { budget } : {}
  return { ...common, ...spending, ...marksIn(publication), scale: { least, most }, together }
}

export type Recount = { fits: boolean; elected: number[]; differs: string[] }

/** Law 4. Refuses a method that isn't known here, and what the count itself refuses. */
export function recount(publication: Publication): Recount | Refusal {
  const { method, outcome } = publication
  const cast = publishedCast(publication)
  if (isRefusal(cast)) return cast
  const lot = publication.lot?.map((one) => one - 1) ?? null
  const counted = countBy(method, cast, lot)
  if (isRefusal(counted)) return counted
  const again = publish(cast, lot, counted)
  const parts = ['papers', 'empty', 'invalid', 'elected', 'rounds', 'steps'] as const
  const differs: string[] = parts.filter(
    (part) => canonical(again.outcome[part] ?? null) !== canonical(outcome[part] ?? null),
  )
  const { fingerprint, ...rest } = publication
  if (fingerprintOf(rest) !== fingerprint) differs.push('fingerprint')
  return { fits: differs.length === 0, elected: again.outcome.elected, differs }
}
