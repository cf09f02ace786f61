/**
 * What is published of a decision when it closes, and counting it again from that alone.
 * 1. It holds the text, the rules as they were fixed, the roll with who voted (by id, without names),
 *    every ballot, the lot, and all that the count left. It never says who cast which ballot, but of a
 *    vote by phone or proxy who recorded or cast it.
 * 2. A ballot is a line, its class and its vote; lines are sorted, so that their order tells nothing.
 * 3. The roll has a hash over its entries, taken when it was frozen, at a gathering with who was in the
 *    room; who voted is marked later and is no part of it.
 * 4. The fingerprint is the SHA-256 of the canonical JSON (RFC 8785) of all the rest. It is chained in
 *    the record.
 * 5. A recount computes everything from the publication. It fits when the outcome, every number, the
 *    hash of the roll and the fingerprint are the same, and there are as many ballots as entries marked
 *    voted, class by class.
 *    Of consent, no more objections of a class were judged not valid than it cast, and only where the rules let
 *    stewards judge. Why it was judged is not published, as no reason of a ballot is: a person can be
 *    erased, and the words with them. By advice it fits when the rule was kept that the kind states.
 * 6. Secret ballots are published with their tokens, sorted by tracker, and say their group and not their
 *    class. Marked voted is who took a paper. It fits when every token is another and signed by the key
 *    of its group, every group and its classes are those of the rules, and there are in no group more
 *    ballots than papers taken.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#kernel/canonical.ts'
import { refuse, type Refusal } from '#kernel/change.ts'
import { plainJson } from '../exact.ts'
import { countedRuling, groupIn, groupsOf } from '../secret/groups.ts'
import { isSigned } from '../secret/signing.ts'
import { stewardsJudge } from '../consent/objections.ts'
import { type Counted, countDecision, type Paper } from './count.ts'
import type { Published, RollEntry, SecretPart } from './published.ts'
import type { Ruling } from './ruling.ts'
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

/** The keys of secret ballots, as they are chained in the record at the opening. */
export function hashOfKeys(keys: readonly { key: string; publicKey: Uint8Array }[]): string {
  const named = keys.map(({ key, publicKey }) => [key, Buffer.from(publicKey).toString('base64')])
  return sha256(canonical(named))
}

/** Law 4. */
export function fingerprintOf(published: Omit<Published, 'fingerprint'>): string {
  return sha256(canonical(published))
}

const lineOf = ({ class: inClass, vote }: Paper) => `${inClass} ${writeVote(vote)}`

/** Law 2. */
export function ballotLines(papers: readonly Paper[]): string[] {
  return papers.map(lineOf).toSorted()
}

const Json = z.record(z.string(), z.json())
const countedJson = ({ turnout, answers, quorum, detail }: Counted) =>
  Json.parse(JSON.parse(plainJson({ turnout, answers, quorum, detail })))

export type Given = Omit<
  Published,
  'moothall' | 'roll' | 'ballots' | 'outcome' | 'elected' | 'counted' | 'fingerprint'
> & { roll: readonly RollEntry[]; papers: readonly Paper[] }

/** How many entries are in each class, or of a secret decision in each group. */
function countIn(roll: readonly RollEntry[], ruling: Ruling): Record<string, number> {
  const groups = ruling.kind.secrecy === 'secret' ? groupsOf(ruling) : null
  const found: Record<string, number> = {}
  for (const { class: inClass } of roll) {
    const key = groups ? (groupIn(groups, inClass)?.key ?? inClass) : inClass
    found[key] = (found[key] ?? 0) + 1
  }
  return found
}

/** Who was in the room when it opened, and whoever voted, by class; nothing over days. */
function presentIn(roll: readonly RollEntry[], ruling: Ruling): Record<string, number> | undefined {
  if (roll.every(({ present }) => present === undefined)) return undefined
  return countIn(
    roll.filter(({ present, voted }) => present || voted),
    ruling,
  )
}

/** How many objections of each class were judged not valid; nothing where none was. */
export function judgedIn({
  notValid,
}: Pick<Published, 'notValid'>): Record<string, number> | undefined {
  if (!notValid) return undefined
  const found: Record<string, number> = {}
  for (const { class: inClass } of notValid) found[inClass] = (found[inClass] ?? 0) + 1
  return found
}

function countGiven(given: Omit<Given, 'decision' | 'circle' | 'title' | 'question'>): Counted {
  const { ruling, options, withdrawn, seats, lot, roll, papers, opened, closed, advice } = given
  return countDecision({
    notValid: judgedIn(given),
    advice: advice && { ...advice, opened, closed },
    ruling: countedRuling(ruling),
    options,
    withdrawn,
    seats,
    papers,
    eligible: countIn(roll, ruling),
    present: presentIn(roll, ruling),
    lot: lot && lot.map((one) => one - 1),
  })
}

/** Counts, and what is published of it. Secret papers come sorted by tracker, as their tokens are. */
export function publishDecision(given: Given): { counted: Counted; published: Published } {
  const { roll, papers, ...rest } = given
  const counted = countGiven(given)
  const entries = roll.toSorted((a, b) => (a.member < b.member ? -1 : 1))
  const published: Omit<Published, 'fingerprint'> = {
    moothall: 'decision/1',
    ...rest,
    roll: { sha256: hashOfRoll(entries), entries },
    ballots: given.secret ? papers.map(lineOf) : ballotLines(papers),
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

/** Law 5: as many ballots as entries marked voted, in each class. */
function marksFit({ roll, ballots, ruling }: Published, { turnout }: Counted): boolean {
  const voted = countIn(
    roll.entries.filter((entry) => entry.voted),
    ruling,
  )
  const cast = new Map(turnout.map((one) => [one.class, one.voted]))
  const classes = [...new Set([...Object.keys(voted), ...cast.keys()])]
  const all = turnout.reduce((sum, one) => sum + one.voted, 0) === ballots.length
  const secret = ruling.kind.secrecy === 'secret'
  return (
    all &&
    classes.every((one) => {
      const [marked, counted] = [voted[one] ?? 0, cast.get(one) ?? 0]
      return secret ? counted <= marked : counted === marked
    })
  )
}

/** Law 5: whether objections were judged as the rules let them be. */
function judgedFit(published: Published, { answers }: Counted): boolean {
  const judged = judgedIn(published)
  if (!judged) return true
  const cast = (key: string) => answers.find((one) => one.class === key)?.given['object'] ?? 0
  const within = Object.entries(judged).every(([key, count]) => count <= cast(key))
  return stewardsJudge(published.ruling.kind) && within
}

/** Law 6: what does not fit of the tokens. */
function tokensDiffer(published: Published, { keys, tokens }: SecretPart): boolean {
  const { decision, ballots, ruling } = published
  const ruled = groupsOf(ruling).map(({ key, classes }) => ({ group: key, classes }))
  const named = keys.map(({ group, classes }) => ({ group, classes }))
  const keyOf = new Map(keys.map((one) => [one.group, Buffer.from(one.publicKey, 'base64')]))
  const sorted = tokens.every(
    (one, at) => at === 0 || (tokens[at - 1]?.tracker ?? '') < one.tracker,
  )
  return !(
    canonical(named) === canonical(ruled) &&
    sorted &&
    tokens.length === ballots.length &&
    tokens.every((token, at) => {
      const [group = ''] = (ballots[at] ?? '').split(' ')
      const key = keyOf.get(group)
      return key !== undefined && isSigned(key, decision, { group, ...token })
    })
  )
}

/** Laws 5 and 6. */
export function recountDecision(published: Published): DecisionRecount | Refusal {
  const counted = countPublished(published)
  if ('refused' in counted) return counted
  const { fingerprint, ...rest } = published
  const { secret, ruling } = published
  const { entries, sha256: frozen } = published.roll
  const asSecret = (ruling.kind.secrecy === 'secret') === (secret !== undefined)
  const differs = [
    ...(marksFit(published, counted) ? [] : ['ballots']),
    ...(judgedFit(published, counted) ? [] : ['notValid']),
    ...(counted.detail.method === 'advice' && !counted.detail.advice.kept ? ['advice'] : []),
    ...(asSecret && !(secret && tokensDiffer(published, secret)) ? [] : ['tokens']),
    ...(hashOfRoll(entries) === frozen ? [] : ['roll']),
    ...(counted.outcome === published.outcome ? [] : ['outcome']),
    ...(canonical(counted.elected) === canonical(published.elected) ? [] : ['elected']),
    ...(canonical(countedJson(counted)) === canonical(published.counted) ? [] : ['counted']),
    ...(fingerprintOf(rest) === fingerprint ? [] : ['fingerprint']),
  ]
  const { outcome, elected } = counted
  return { fits: differs.length === 0, outcome, elected, differs }
}
