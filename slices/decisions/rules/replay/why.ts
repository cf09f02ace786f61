/** Why a decision comes out as it does under other rules: the checks that speak for its end. */
import type { Counted } from '../count/count.ts'
import type { Published } from '../count/published.ts'
import { castFor } from '../count/count.ts'
import type { Ruling } from '../count/ruling.ts'
import { byName, type Names, tellDetail, tellQuorum } from '../count/telling.ts'
import { explainCount } from '../explaining.ts'
import { choosesOptions } from '../kinds/kind.ts'
import type { Sentence } from '../telling.ts'
import { tellCheck } from '../verdict-telling.ts'
import { tellElected } from '../what-if.ts'

type Given = { published: Published; counted: Counted; ruling: Ruling; flips: boolean }

/** Of a question: the checks that failed, or all that hold. */
function ofVerdict(counted: Counted, names: Names): Sentence[] {
  const { detail } = counted
  if (detail.method !== 'question' && detail.method !== 'consensus')
    return tellDetail(detail, names)
  const { passed, checks } = byName(detail.verdict, names)
  const said = checks.filter(({ fine }) => fine === passed).map(tellCheck)
  // Consensus may fail by its levels alone, which every step of it says.
  return said.length > 0 ? said : tellDetail(detail, names)
}

/** The sentences; a missed quorum is said alone. */
export function tellWhy({ published, counted, ruling, flips }: Given): Sentence[] {
  const classNamed = (key: string) => ruling.classes.find((one) => one.key === key)?.name ?? key
  const names = { options: published.options, classNamed }
  const quorum = counted.quorum
  if (counted.outcome === 'no-quorum')
    return quorum.filter(({ fine }) => !fine).map((one) => tellQuorum(one, names))
  const reached = quorum.map((one) => tellQuorum(one, names))
  const { detail } = counted
  const { method } = published.ruling.kind
  if (detail.method !== 'options' || !choosesOptions(method))
    return [...reached, ...ofVerdict(counted, names)]
  const called = (one: number) => published.options[one - 1] ?? `${one}`
  const said = tellElected(published.elected, counted.elected, called)
  if (!flips) return [...reached, said]
  const { options, seats, withdrawn } = published
  const nothing = { papers: [], eligible: {}, lot: null }
  const cast = castFor(method, { ruling, ...nothing, options, withdrawn, seats })
  return [...reached, said, ...explainCount(detail.count, cast)]
}
