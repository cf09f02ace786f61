/** How a decision was counted, in three sentences, by what explains counts and verdicts. */
import { explainCount, explainVerdict } from '../explaining.ts'
import type { Sentence } from '../telling.ts'
import { castFor, type Counted } from './count.ts'
import type { Published } from './published.ts'
import { byName } from './telling.ts'

/** None where the quorum was missed, or nobody wanted anything: the steps say that in one sentence. */
export function explainDecision(
  { detail, outcome }: Counted,
  { ruling, options, seats }: Pick<Published, 'ruling' | 'options' | 'seats'>,
  classNamed: (key: string) => string,
): Sentence[] {
  if (outcome === 'no-quorum') return []
  if (detail.method === 'question' || detail.method === 'consensus')
    return explainVerdict(byName(detail.verdict, { options, classNamed }))
  const { method } = ruling.kind
  if (detail.method !== 'options' || !('ties' in method)) return []
  const cast = castFor(method, { ruling, papers: [], eligible: {}, options, seats, lot: null })
  return explainCount(detail.count, cast)
}
