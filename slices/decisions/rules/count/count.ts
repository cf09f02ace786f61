/**
 * The count of a decision: from the roll, the ballots and the rules that were fixed at its opening.
 * 1. Every ballot counts once, with the class and the weight that its entry of the roll has.
 * 2. Where the quorum is missed nothing is decided, whatever the ballots say.
 * 3. A question passes or fails by verdict.ts, consensus by its levels, consent when no objection
 *    stands; options are elected by the method that the kind names, the lot as it was drawn at opening.
 * 4. A tie that the rules leave open leaves the decision open: between whom is said, and it is asked again.
 * 5. Over days, who votes is present. At a gathering, so is who was in the room when it opened; a
 *    quorum counts them where the kind says so.
 * 6. Equal ballots in another order give an equal count.
 * 7. Of consent, an objection that was judged not valid by the rule is not in the way; it stays among the
 *    answers, and the telling says how many there were.
 * 8. By advice nothing is counted but whether the rule was kept (advice/advice.ts): it passes when whoever
 *    proposed it says that it is done.
 */
import { isRefusal } from '#kernel/change.ts'
import { type AdviceCount, countAdvice, type Decided } from '../advice/advice.ts'
import type { CollegeVotes } from '../colleges.ts'
import { type ConsensusVerdict, consensusOn, type ConsentVerdict, consentOn } from '../consensus.ts'
import type { Count } from '../counting.ts'
import { type AnyStep, type Cast, countBy } from '../methods.ts'
import { papersFrom } from '../papers.ts'
import { APPROVAL, gatherSheets, type Scale } from '../sheets.ts'
import type { Lot } from '../ties.ts'
import { type Verdict, verdictOn } from '../verdict.ts'
import { type Choosing, countName, type Method } from '../kinds/kind.ts'
import type { Outcome } from './published.ts'
import { checkQuorum, type QuorumCheck, type Turnout } from './quorum.ts'
import { levelsOf, paperWeight, questionRules, type Ruling } from './ruling.ts'
import type { Vote } from './votes.ts'

export type Paper = { class: string; vote: Vote }
export type Ballots = {
  ruling: Ruling
  /** How many of each class are on the roll. */
  eligible: Readonly<Record<string, number>>
  papers: readonly Paper[]
  /** At a gathering: how many of each class were present or voted. */
  present?: Readonly<Record<string, number>> | undefined
  /** The names of the options, in their order. */
  options: readonly string[]
  /** Options by their number that withdrew while ballots were cast: ballots count without them. */
  withdrawn?: readonly number[] | undefined
  seats: number
  lot: Lot
  /** How many objections of each class were judged not valid. */
  notValid?: Readonly<Record<string, number>> | undefined
  /** What was decided by advice. */
  advice?: Omit<Decided, 'talkDays'> | undefined
}

export type Detail =
  | { method: 'question'; verdict: Verdict }
  | { method: 'consensus'; verdict: ConsensusVerdict }
  | { method: 'consent'; verdict: ConsentVerdict; aside: number; notValid?: number }
  | { method: 'advice'; does: boolean; advice: AdviceCount }
  | { method: 'options'; count: Count<AnyStep> }
  | { method: 'level'; among: number[] }
  | { method: 'nobody' }

export type Counted = {
  outcome: Outcome
  /** Options by their number, from 1 on, in the order of their election. */
  elected: number[]
  turnout: Turnout[]
  /** How often each answer was given, by class; empty where options are chosen. */
  answers: { class: string; given: Record<string, number> }[]
  quorum: QuorumCheck[]
  detail: Detail
}

function answersBy({ ruling, papers }: Ballots): Counted['answers'] {
  return ruling.classes.map(({ key }) => {
    const given: Record<string, number> = {}
    for (const { class: inClass, vote } of papers)
      if (inClass === key && vote.kind === 'answer')
        given[vote.answer] = (given[vote.answer] ?? 0) + 1
    return { class: key, given }
  })
}

function turnoutOf({ ruling, eligible, papers, present }: Ballots): Turnout[] {
  return ruling.classes.map(({ key }) => ({
    class: key,
    eligible: eligible[key] ?? 0,
    voted: papers.filter((paper) => paper.class === key).length,
    ...(present ? { present: present[key] ?? 0 } : {}),
  }))
}

type Answers = { ballots: Ballots; turnout: Turnout[]; answers: Counted['answers'] }

function detailOfQuestion(
  method: Extract<Method, { block: unknown }>,
  { ballots, turnout, answers }: Answers,
): Detail {
  const all = (answer: string) => answers.reduce((sum, { given }) => sum + (given[answer] ?? 0), 0)
  const rules = questionRules(ballots.ruling, method, all('block'))
  const of = (at: number) => ({
    college: turnout[at]?.class ?? '',
    eligible: turnout[at]?.eligible ?? 0,
    present: turnout[at]?.present ?? turnout[at]?.voted ?? 0,
  })
  if (method.kind === 'consensus') {
    const chosen = answers.map(({ given }, at) => ({ ...of(at), chosen: given }))
    return { method: 'consensus', verdict: consensusOn(chosen, levelsOf(method), rules) }
  }
  return { method: 'question', verdict: verdictOn(collegesOf({ turnout, answers }), rules) }
}

/** The answers of a question, class by class. */
export function collegesOf({ turnout, answers }: Pick<Counted, 'turnout' | 'answers'>) {
  return turnout.map((one): CollegeVotes => {
    const given = answers.find((those) => those.class === one.class)?.given ?? {}
    return {
      college: one.class,
      eligible: one.eligible,
      present: one.present ?? one.voted,
      favour: given['favour'] ?? 0,
      against: given['against'] ?? 0,
      abstain: given['abstain'] ?? 0,
      block: given['block'] ?? 0,
    }
  })
}

/** An objection stands as long as its voter does not take it back, and it is not judged (law 7). */
function detailOfConsent({ ballots, answers }: Answers): Detail {
  const all = (answer: string) => answers.reduce((sum, { given }) => sum + (given[answer] ?? 0), 0)
  const judged = answers.reduce(
    (sum, { class: key, given }) =>
      sum + Math.min(ballots.notValid?.[key] ?? 0, given['object'] ?? 0),
    0,
  )
  const objections = Array.from({ length: all('object') }, (_, at) => ({
    by: '',
    what: '',
    now: at < judged ? ('not-valid' as const) : ('kept' as const),
  }))
  const eligible = Object.values(ballots.eligible).reduce((sum, each) => sum + each, 0)
  const verdict = consentOn(objections, { took: ballots.papers.length, eligible }, null)
  const aside = all('aside')
  return { method: 'consent', verdict, aside, ...(judged > 0 ? { notValid: judged } : {}) }
}

/** Law 8. */
function detailOfAdvice({ ruling: { kind }, advice }: Ballots): Detail {
  const { method, talkDays } = kind
  if (method.kind !== 'advice' || !advice) return { method: 'nobody' }
  const counted = countAdvice(method, { ...advice, talkDays })
  return { method: 'advice', does: advice.does, advice: counted }
}

/** What was cast for options, as the methods take it. */
export function castFor(
  method: Choosing,
  { ruling, papers, options, seats, withdrawn = [] }: Ballots,
): Cast {
  const candidates = options.map((name, at) => ({ name, withdrawn: withdrawn.includes(at + 1) }))
  const weighs = ({ class: inClass }: Paper) => paperWeight(ruling, inClass)
  if (method.kind === 'ranked') {
    const rankings = papers.map((paper) => ({
      ranks: paper.vote.kind === 'order' ? paper.vote.order.map((one) => [INDEX(one)]) : [],
      count: weighs(paper),
    }))
    return { title: '', seats, candidates, papers: papersFrom(rankings), tie: null }
  }
  const sheets = papers.map((paper) => {
    const marks = paper.vote.kind === 'marks' ? paper.vote.marks : []
    return {
      marks: new Map(marks.map(({ option, mark }) => [INDEX(option), mark])),
      count: weighs(paper),
    }
  })
  const together = method.kind === 'approval' ? method.most : null
  return {
    title: '',
    seats,
    candidates,
    scale: scaleOf(method),
    together: method.kind === 'dots' ? method.dots : together,
    sheets: gatherSheets(sheets),
    tie: null,
  }
}

const INDEX = (option: number) => option - 1

function scaleOf(method: Choosing): Scale {
  if (method.kind === 'score') return { least: method.least, most: method.most }
  return method.kind === 'dots' ? { least: 0, most: method.mostOnOne } : APPROVAL
}

function detailOfOptions(method: Choosing, ballots: Ballots): Detail {
  const { papers, lot, withdrawn = [] } = ballots
  const stands = (option: number) => !withdrawn.includes(option)
  const wanted = papers.some(({ vote }) =>
    vote.kind === 'order'
      ? vote.order.some(stands)
      : vote.kind === 'marks' && vote.marks.some(({ option }) => stands(option)),
  )
  if (!wanted) return { method: 'nobody' }
  const counted = countBy(countName(method), castFor(method, ballots), lot)
  if (!isRefusal(counted)) return { method: 'options', count: counted }
  const among = counted.details?.['among']
  return {
    method: 'level',
    among: Array.isArray(among) ? among.map((index) => Number(index) + 1) : [],
  }
}

function detailOf(given: Answers): Detail {
  const { ballots } = given
  const { method } = ballots.ruling.kind
  if (method.kind === 'question' || method.kind === 'consensus')
    return detailOfQuestion(method, given)
  if (method.kind === 'consent') return detailOfConsent(given)
  if (method.kind === 'advice') return detailOfAdvice(ballots)
  return detailOfOptions(method, ballots)
}

function outcomeOf(detail: Detail): Outcome {
  if (detail.method === 'nobody') return 'failed'
  if (detail.method === 'level') return 'level'
  if (detail.method === 'advice') return detail.does ? 'passed' : 'failed'
  if ('verdict' in detail) return detail.verdict.passed ? 'passed' : 'failed'
  return 'elected'
}

/** Counts. It refuses nothing: ballots were checked when they were cast (votes.ts). */
export function countDecision(ballots: Ballots): Counted {
  const turnout = turnoutOf(ballots)
  const answers = answersBy(ballots)
  const advised = ballots.ruling.kind.method.kind === 'advice'
  const quorum = advised ? [] : checkQuorum(ballots.ruling, turnout)
  const detail = detailOf({ ballots, turnout, answers })
  const stands = quorum.every(({ fine }) => fine)
  const elected = stands && 'count' in detail ? detail.count.elected.map((one) => one + 1) : []
  const given = answers.some((one) => Object.keys(one.given).length > 0) ? answers : []
  const outcome = stands ? outcomeOf(detail) : 'no-quorum'
  return { outcome, elected, turnout, answers: given, quorum, detail }
}
