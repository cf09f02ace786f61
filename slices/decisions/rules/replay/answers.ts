/**
 * Answers to a question, read by another way of asking it.
 * 1. In favour, I agree, I agree with reservations, I consent: they stand for each other.
 * 2. Who abstained stands aside, and who stood aside abstains.
 * 3. A block and an objection stand for each other; where blocks are forbidden, a block counts as against.
 * 4. Who was against was not asked whether they object. Where anybody was, and nobody blocked, nothing
 *    can be told of consent: perhaps they would have, perhaps they would have stood aside.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Paper } from '../count/count.ts'
import type { Answer } from '../count/votes.ts'
import type { Method } from '../kinds/kind.ts'

type Asking = 'question' | 'consensus' | 'consent'

const READ: Record<Asking, Record<Answer, Answer>> = {
  question: {
    favour: 'favour',
    agree: 'favour',
    reservations: 'favour',
    consent: 'favour',
    against: 'against',
    disagree: 'against',
    abstain: 'abstain',
    aside: 'abstain',
    block: 'block',
    object: 'block',
  },
  consensus: {
    favour: 'agree',
    agree: 'agree',
    reservations: 'reservations',
    consent: 'agree',
    against: 'disagree',
    disagree: 'disagree',
    abstain: 'aside',
    aside: 'aside',
    block: 'block',
    object: 'block',
  },
  consent: {
    favour: 'consent',
    agree: 'consent',
    reservations: 'consent',
    consent: 'consent',
    against: 'aside',
    disagree: 'aside',
    abstain: 'aside',
    aside: 'aside',
    block: 'object',
    object: 'object',
  },
}

const answerOf = ({ vote }: Paper) => (vote.kind === 'answer' ? vote.answer : null)

/** Papers as a way of asking reads them; refuses `objections-unsaid` (law 4). */
export function answersFor(method: Method, papers: readonly Paper[]): readonly Paper[] | Refusal {
  const asking =
    method.kind === 'question' || method.kind === 'consensus' || method.kind === 'consent'
      ? method.kind
      : null
  if (!asking) return refuse('asked-otherwise')
  const given = papers.map(answerOf)
  const against = given.filter((one) => one === 'against' || one === 'disagree').length
  const stopped = given.some((one) => one === 'block' || one === 'object')
  if (asking === 'consent' && against > 0 && !stopped)
    return refuse('objections-unsaid', { against })
  return papers.map((paper) => {
    const answer = answerOf(paper)
    if (!answer) return paper
    return { ...paper, vote: { kind: 'answer', answer: READ[asking][answer] } }
  })
}
