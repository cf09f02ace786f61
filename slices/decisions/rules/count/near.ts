/**
 * A change that would have changed a decision, where a short search finds one; it is never said to be the
 * smallest.
 * 1. Where a quorum of voters was missed: how many more of that part would have met it. That much is exact.
 * 2. Of a question: so many voters of one class who vote otherwise (near-verdict.ts). Of levels and of
 *    consent none is looked for: one objection fewer is no search.
 * 3. Where options were chosen: so many more papers for one alone (near-count.ts).
 */
import { fraction, reaches, times } from '../exact.ts'
import { nearCount, type NearCount, tellNearCount } from '../near-count.ts'
import { nearVerdict, type NearVerdict, tellNearVerdict } from '../near-verdict.ts'
import type { Sentence } from '../telling.ts'
import { countedRuling } from '../secret/groups.ts'
import { castFor, collegesOf, type Counted } from './count.ts'
import { publishedPapers } from './publication.ts'
import type { Published } from './published.ts'
import type { QuorumCheck } from './quorum.ts'
import { questionRules } from './ruling.ts'
import type { Names } from './telling.ts'

export type Near =
  | { kind: 'quorum'; class: string | null; voters: number }
  | { kind: 'verdict'; near: NearVerdict }
  | { kind: 'count'; near: NearCount }

/** Law 1. */
function missing(check: QuorumCheck, { turnout }: Counted): Near | null {
  if (check.of !== 'voters') return null
  const part = turnout.filter((one) => check.class === null || one.class === check.class)
  const sum = (of: (one: (typeof part)[number]) => number) =>
    part.reduce((so, one) => so + of(one), 0)
  const there = sum(({ voted, present = voted }) => (check.counts ? present : voted))
  const asked = times(check.needed, fraction(BigInt(sum(({ eligible }) => eligible))))
  const whole = asked.over / asked.under
  const least = Number(reaches(fraction(whole), asked, check.strict ?? false) ? whole : whole + 1n)
  return least > there ? { kind: 'quorum', class: check.class, voters: least - there } : null
}

/** A change that was found, or null. */
export function nearDecision(counted: Counted, published: Published): Near | null {
  const missed = counted.quorum.find(({ fine }) => !fine)
  if (missed) return missing(missed, counted)
  const ruling = countedRuling(published.ruling)
  const { method } = ruling.kind
  const { detail } = counted
  if (detail.method === 'question' && method.kind === 'question') {
    const colleges = collegesOf(counted)
    const blocks = colleges.reduce((sum, { block }) => sum + block, 0)
    const near = nearVerdict(colleges, questionRules(ruling, method, blocks))
    return near && { kind: 'verdict', near }
  }
  if (detail.method !== 'options' || !('ties' in method)) return null
  const papers = publishedPapers(published)
  if ('refused' in papers) return null
  const { options, withdrawn, seats, lot } = published
  const cast = castFor(method, { ruling, papers, eligible: {}, options, withdrawn, seats, lot })
  const near = nearCount(detail.count, cast, lot && lot.map((one) => one - 1))
  return near && { kind: 'count', near }
}

const QUORUM = /*i18n*/ {
  id: 'decisions.near.quorum',
  message: '{voters, plural, one {One more vote} other {# more votes}} would have met the quorum.',
}
const QUORUM_CLASS = /*i18n*/ {
  id: 'decisions.near.quorum-class',
  message:
    '{voters, plural, one {One more vote} other {# more votes}} of {class} would have met its quorum.',
}

/** The change in a sentence. */
export function tellNear(near: Near, { options, classNamed }: Names): Sentence {
  if (near.kind === 'count') return tellNearCount(near.near, options)
  if (near.kind === 'verdict')
    return tellNearVerdict({ ...near.near, college: classNamed(near.near.college) })
  const { voters } = near
  if (near.class === null) return { message: QUORUM, values: { voters } }
  return { message: QUORUM_CLASS, values: { voters, class: classNamed(near.class) } }
}
