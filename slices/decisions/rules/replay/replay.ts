/**
 * A past decision, counted again under other rules.
 * 1. The ballots stay as they were cast, and the roll as it was frozen. Whether people would have voted
 *    otherwise under other rules nobody knows, and nothing here says it.
 * 2. Which rules hold is said in other-rules.ts; how answers are read in answers.ts; rankings and marks by
 *    another method in conversion.ts. What ballots don't say is not told, with the reason.
 *    Who withdrew while ballots were cast is out here too. An objection that was judged not valid is not in
 *    the way where the other rules let stewards judge too. What was decided by advice has no ballots, and
 *    ballots give no advice: neither is told.
 * 3. A lot falls as it fell then. One that was not drawn is not drawn now: those are level.
 * 4. An outcome **flips** when others are chosen, or when a yes becomes a no or a no a yes. A quorum that
 *    is missed, a tie and a no decide nothing: from one of them to another nothing flips.
 * 5. Under the rules that it had nothing flips.
 */
import { isRefusal, refuse, type Refusal } from '#kernel/change.ts'
import { castFor as castBy, type Counted, countDecision, type Paper } from '../count/count.ts'
import { stewardsJudge } from '../consent/objections.ts'
import { judgedIn, publishedPapers } from '../count/publication.ts'
import type { Outcome, Published } from '../count/published.ts'
import { checkQuorum, type Turnout } from '../count/quorum.ts'
import { castFor } from '../conversion.ts'
import { asCounted, presentOn } from './as-counted.ts'
import { answersFor } from './answers.ts'
import { choosesOptions, countName } from '../kinds/kind.ts'
import { countBy } from '../methods.ts'
import type { Sentence } from '../telling.ts'
import { type Instead, rulesUnder, type Under } from './other-rules.ts'
import { tellWhy } from './why.ts'

export type End = { outcome: Outcome; elected: number[] }

export type Replayed =
  | { flips: boolean; before: End; after: End; kind: string; why: Sentence[] }
  | { before: End; untold: Refusal }

type Lot = readonly number[] | null

/** The order in which a lot falls, as counts take it. */
const lotOf = (lot: Lot) => lot && lot.map((one) => one - 1)

type Kept = {
  eligible: Record<string, number>
  papers: Paper[]
  turnout: Turnout[]
  present: Record<string, number> | undefined
}

/** The roll and the papers of the classes that vote under the other rules. */
function kept({ ruling }: Under, { roll }: Published, papers: readonly Paper[]): Kept {
  const voting = new Set(ruling.classes.map(({ key }) => key))
  const eligible: Record<string, number> = {}
  for (const { class: inClass } of roll.entries)
    if (voting.has(inClass)) eligible[inClass] = (eligible[inClass] ?? 0) + 1
  const staying = papers.filter((paper) => voting.has(paper.class))
  const present = presentOn(roll.entries)
  const turnout = ruling.classes.map(({ key }) => ({
    class: key,
    eligible: eligible[key] ?? 0,
    voted: staying.filter((paper) => paper.class === key).length,
    ...(present ? { present: present[key] ?? 0 } : {}),
  }))
  return { eligible, papers: staying, turnout, present: present ?? undefined }
}

/** Whether a paper wants something that still stands. */
function wants({ vote }: Paper, withdrawn: readonly number[]): boolean {
  if (vote.kind === 'order') return vote.order.some((one) => !withdrawn.includes(one))
  return vote.kind === 'marks' && vote.marks.some(({ option }) => !withdrawn.includes(option))
}

/** Chosen by another method, from what was cast for the method that it had. */
function chooseAgain(
  published: Published,
  under: Under,
  { eligible, papers, turnout }: Kept,
): Counted | Refusal {
  const { options, seats, withdrawn = [] } = published
  const { method: had } = published.ruling.kind
  const { method } = under.ruling.kind
  if (!choosesOptions(had) || !choosesOptions(method)) return refuse('asked-otherwise')
  const quorum = checkQuorum(under.ruling, turnout)
  const stands = quorum.every(({ fine }) => fine)
  const base = { turnout, answers: [], quorum }
  if (!papers.some((paper) => wants(paper, withdrawn)))
    return {
      ...base,
      outcome: stands ? 'failed' : 'no-quorum',
      elected: [],
      detail: { method: 'nobody' },
    }
  const lot = lotOf(method.ties === 'again' ? null : published.lot)
  const ballots = { ruling: under.ruling, eligible, papers, options, withdrawn, seats, lot }
  const name = under.method ?? countName(method)
  const cast = castFor(name, castBy(had, ballots))
  if (isRefusal(cast)) return cast
  const count = countBy(name, cast, lot)
  if (isRefusal(count)) {
    if (count.refused !== 'tie-undecided') return count
    const among = count.details?.['among']
    const level = Array.isArray(among) ? among.map((one) => Number(one) + 1) : []
    const outcome = stands ? 'level' : 'no-quorum'
    return { ...base, outcome, elected: [], detail: { method: 'level', among: level } }
  }
  return {
    ...base,
    outcome: stands ? 'elected' : 'no-quorum',
    elected: stands ? count.elected.map((one) => one + 1) : [],
    detail: { method: 'options', count },
  }
}

/** Counts again under other rules; refuses what can't be told. */
export function countUnder(
  published: Published,
  instead: Instead,
): (Under & { counted: Counted }) | Refusal {
  const advised = ({ kind: { method } }: Published['ruling']) => method.kind === 'advice'
  if (advised(published.ruling)) return refuse('advice-not-told')
  const under = rulesUnder(published, instead)
  if (isRefusal(under)) return under
  if (advised(under.ruling)) return refuse('advice-not-told')
  const papers = publishedPapers(published)
  if (isRefusal(papers)) return papers
  const there = kept(under, published, papers)
  if (choosesOptions(published.ruling.kind.method)) {
    const counted = chooseAgain(published, under, there)
    return isRefusal(counted) ? counted : { ...under, counted }
  }
  const read = answersFor(under.ruling.kind.method, there.papers)
  if (isRefusal(read)) return read
  const { ruling } = under
  const { eligible, present } = there
  const notValid = stewardsJudge(ruling.kind) ? judgedIn(published) : undefined
  const from = { ruling, eligible, present, papers: read, notValid }
  const ballots = { ...from, options: [], seats: 1, lot: null }
  return {
    ...under,
    counted: countDecision(ballots),
  }
}

const NOTHING: ReadonlySet<Outcome> = new Set(['failed', 'level', 'no-quorum'])
/** What an end means, so that two of them can be compared (law 4). */
function meant({ outcome, elected }: End): string {
  if (NOTHING.has(outcome)) return 'nothing'
  return outcome === 'passed' ? 'yes' : elected.toSorted((a, b) => a - b).join()
}

/** One published decision under other rules. */
export function replay(given: Published, instead: Instead): Replayed {
  const published = asCounted(given)
  const before = { outcome: published.outcome, elected: published.elected }
  const again = countUnder(published, instead)
  if (isRefusal(again)) return { before, untold: again }
  const { counted, ruling } = again
  const after = { outcome: counted.outcome, elected: counted.elected }
  const flips = meant(before) !== meant(after)
  const why = tellWhy({ published, counted, ruling, flips })
  return { flips, before, after, kind: ruling.kind.name, why }
}
