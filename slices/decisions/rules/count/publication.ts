/**
 * What is published of a decision when it closes, and counting it again from that alone.
 * 1. It holds the text, the rules as they were fixed, the roll with who voted (by id, without names),
 *    every ballot, the lot, and all that the count left. It never says who cast which ballot.
 * 2. A ballot is a line, its class and its vote; lines are sorted, so that their order tells nothing.
 * 3. The roll has a hash over its entries, taken when it was frozen, at a gathering with who was in the
 *    room; who voted is marked later and is no part of it.
 * 4. The fingerprint is the SHA-256 of the canonical JSON (RFC 8785) of all the rest. It is chained in
 *    the record.
 * 5. A recount computes everything from the publication. It fits when the outcome, every number, the
 *    hash of the roll and the fingerprint are the same, and there are as many ballots as entries marked
 *    voted, class by class.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#kernel/canonical.ts'
import { refuse, type Refusal } from '#kernel/change.ts'
import { plainJson } from '../exact.ts'
import { type Counted, countDecision, type Paper } from './count.ts'
import type { Published, RollEntry } from './published.ts'
import { readVote, writeVote } from './votes.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Law 3. */
export function hashOfRoll(
  entries: readonly (Omit<RollEntry, 'voted' | 'present'> & {
    present?: boolean | null | undefined
  })[],
): string {
  const frozen = entries
    .map(({ member, kind, class: inClass, present }) => ({
      member,
      kind,
      class: inClass,
      ...(typeof present === 'boolean' ? { present } : {}),
    }))
    .toSorted((a, b) => (a.member < b.member ? -1 : 1))
  return sha256(canonical(frozen))
}

/** Law 4. */
export function fingerprintOf(published: Omit<Published, 'fingerprint'>): string {
  return sha256(canonical(published))
}

/** Law 2. */
export function ballotLines(papers: readonly Paper[]): string[] {
  return papers.map(({ class: inClass, vote }) => `${inClass} ${writeVote(vote)}`).toSorted()
}

const Json = z.record(z.string(), z.json())
const countedJson = ({ turnout, answers, quorum, detail }: Counted) =>
  Json.parse(JSON.parse(plainJson({ turnout, answers, quorum, detail })))

type Given = Omit<
  Published,
  'moothall' | 'roll' | 'ballots' | 'outcome' | 'elected' | 'counted' | 'fingerprint'
> & { roll: readonly RollEntry[]; papers: readonly Paper[] }

function eligibleIn(roll: readonly RollEntry[]): Record<string, number> {
  const eligible: Record<string, number> = {}
  for (const entry of roll) eligible[entry.class] = (eligible[entry.class] ?? 0) + 1
  return eligible
}

/** Who was in the room when it opened, and whoever voted, by class; nothing over days. */
function presentIn(roll: readonly RollEntry[]): Record<string, number> | undefined {
  if (roll.every(({ present }) => present === undefined)) return undefined
  return eligibleIn(roll.filter(({ present, voted }) => present || voted))
}

function countGiven(given: Omit<Given, 'decision' | 'circle' | 'title' | 'question'>): Counted {
  const { ruling, options, seats, lot, roll, papers } = given
  return countDecision({
    ruling,
    options,
    seats,
    papers,
    eligible: eligibleIn(roll),
    present: presentIn(roll),
    lot: lot && lot.map((one) => one - 1),
  })
}

/** Counts, and what is published of it. */
export function publishDecision(given: Given): { counted: Counted; published: Published } {
  const { roll, papers, ...rest } = given
  const counted = countGiven(given)
  const entries = roll.toSorted((a, b) => (a.member < b.member ? -1 : 1))
  const published: Omit<Published, 'fingerprint'> = {
    moothall: 'decision/1',
    ...rest,
    roll: { sha256: hashOfRoll(entries), entries },
    ballots: ballotLines(papers),
    outcome: counted.outcome,
    elected: counted.elected,
    counted: countedJson(counted),
  }
  return { counted, published: { ...published, fingerprint: fingerprintOf(published) } }
}

/** The papers of a publication; refuses a line that is no ballot. */
export function publishedPapers({ ballots, ruling }: Published): Paper[] | Refusal {
  const papers: Paper[] = []
  for (const line of ballots) {
    const space = line.indexOf(' ')
    const vote = readVote(line.slice(space + 1), ruling.kind.method)
    if (!vote) return refuse('publication-broken', { paper: line })
    papers.push({ class: line.slice(0, space), vote })
  }
  return papers
}

/** The count of a publication, computed anew. */
export function countPublished(published: Published): Counted | Refusal {
  const papers = publishedPapers(published)
  if ('refused' in papers) return papers
  return countGiven({ ...published, roll: published.roll.entries, papers })
}

export type DecisionRecount = {
  fits: boolean
  outcome: Counted['outcome']
  elected: number[]
  differs: string[]
}

/** Law 5. */
export function recountDecision(published: Published): DecisionRecount | Refusal {
  const counted = countPublished(published)
  if ('refused' in counted) return counted
  const { fingerprint, ...rest } = published
  const { entries, sha256: frozen } = published.roll
  const voted = new Map<string, number>()
  for (const entry of entries)
    if (entry.voted) voted.set(entry.class, (voted.get(entry.class) ?? 0) + 1)
  const cast = new Map(counted.turnout.map((one) => [one.class, one.voted]))
  const classes = new Set([...voted.keys(), ...cast.keys()])
  const marks = [...classes].every((one) => (voted.get(one) ?? 0) === (cast.get(one) ?? 0))
  const all = entries.filter((entry) => entry.voted).length === published.ballots.length
  const differs = [
    ...(marks && all ? [] : ['ballots']),
    ...(hashOfRoll(entries) === frozen ? [] : ['roll']),
    ...(counted.outcome === published.outcome ? [] : ['outcome']),
    ...(canonical(counted.elected) === canonical(published.elected) ? [] : ['elected']),
    ...(canonical(countedJson(counted)) === canonical(published.counted) ? [] : ['counted']),
    ...(fingerprintOf(rest) === fingerprint ? [] : ['fingerprint']),
  ]
  const { outcome, elected } = counted
  return { fits: differs.length === 0, outcome, elected, differs }
}
