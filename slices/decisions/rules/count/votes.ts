/**
 * A vote, as it is cast and as it is published.
 * 1. A question is answered by one word; options are ranked, most wanted first, as many as one likes;
 *    or they are given marks. A ballot may be empty: it takes part and wants nothing.
 * 2. A ballot that its method does not know is not taken, and the voter is told why: an answer that is
 *    not offered, an option ranked twice or not there, a mark out of bounds, more marks than allowed.
 * 3. A block and an objection give their reason; a secret ballot gives none, since how somebody writes
 *    says who they are.
 * 4. Published, a vote is a word, an order `2>1>3`, marks `1:3 4:5`, or `-` where it is empty.
 */
import { z } from 'zod'
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Method } from '../kinds/kind.ts'

export const MOST_OPTIONS = 60
const Option = z.int().min(1).max(MOST_OPTIONS)

export const ANSWERS = {
  question: ['favour', 'against', 'abstain', 'block'],
  consensus: ['agree', 'reservations', 'aside', 'disagree', 'block'],
  consent: ['consent', 'aside', 'object'],
} as const
export type Answer = (typeof ANSWERS)[keyof typeof ANSWERS][number]
const Answers = z.enum([
  ...new Set<Answer>([...ANSWERS.question, ...ANSWERS.consensus, ...ANSWERS.consent]),
])

export const Vote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), answer: Answers }),
  z.object({ kind: z.literal('order'), order: z.array(Option).max(MOST_OPTIONS) }),
  z.object({
    kind: z.literal('marks'),
    marks: z
      .array(z.object({ option: Option, mark: z.int().min(-100).max(100) }))
      .max(MOST_OPTIONS),
  }),
])
export type Vote = z.output<typeof Vote>

/** The answers that a method offers; none where options are chosen. */
export function answersOf(method: Method): readonly Answer[] {
  if (method.kind === 'consent') return ANSWERS.consent
  if (method.kind !== 'question' && method.kind !== 'consensus') return []
  const blocks = method.block.kind !== 'forbidden'
  return ANSWERS[method.kind].filter((answer) => blocks || answer !== 'block')
}

type Marks = Extract<Vote, { kind: 'marks' }>['marks']

function checkMarks(marks: Marks, method: Method): Refusal | null {
  const values = marks.map(({ mark }) => mark)
  if (method.kind === 'approval') {
    const most = method.most ?? MOST_OPTIONS
    if (values.some((mark) => mark !== 1))
      return refuse('mark-out-of-bounds', { least: 1, most: 1 })
    return values.length > most ? refuse('too-many-marks', { most }) : null
  }
  if (method.kind === 'score') {
    const { least, most } = method
    const fits = values.every((mark) => mark >= least && mark <= most)
    return fits ? null : refuse('mark-out-of-bounds', { least, most })
  }
  if (method.kind !== 'dots') return refuse('ballot-of-another-kind')
  const { dots, mostOnOne } = method
  if (!values.every((mark) => mark >= 1 && mark <= mostOnOne))
    return refuse('mark-out-of-bounds', { least: 1, most: mostOnOne })
  const laid = values.reduce((sum, mark) => sum + mark, 0)
  return laid > dots ? refuse('too-many-marks', { most: dots }) : null
}

function checkNamed(named: readonly number[], options: number): Refusal | null {
  const beyond = named.find((option) => option > options)
  if (beyond !== undefined) return refuse('option-unknown', { option: beyond, options })
  const twice = named.find((option, at) => named.indexOf(option) < at)
  return twice === undefined ? null : refuse('option-twice', { option: twice })
}

/** Laws 2 and 3; null when it may be cast. `said` is the reason that goes with it; null: none may. */
export function checkVote(
  vote: Vote,
  method: Method,
  { options, said }: { options: number; said: string | null },
): Refusal | null {
  if (vote.kind === 'answer') {
    const offered = answersOf(method)
    if (offered.length === 0) return refuse('ballot-of-another-kind')
    if (!offered.includes(vote.answer)) return refuse('answer-not-offered')
    const needsReason = vote.answer === 'block' || vote.answer === 'object'
    return needsReason && said === '' ? refuse('ballot-reason-missing') : null
  }
  if (vote.kind === 'order')
    return method.kind === 'ranked'
      ? checkNamed(vote.order, options)
      : refuse('ballot-of-another-kind')
  const named = vote.marks.map(({ option }) => option)
  return checkNamed(named, options) ?? checkMarks(vote.marks, method)
}

/** Law 4. Marks stand in the order of the options, so that equal votes look alike. */
export function writeVote(vote: Vote): string {
  if (vote.kind === 'answer') return vote.answer
  if (vote.kind === 'order') return vote.order.join('>') || '-'
  const marks = vote.marks.toSorted((a, b) => a.option - b.option)
  return marks.map(({ option, mark }) => `${option}:${mark}`).join(' ') || '-'
}

/** Reads what was published; null when it is no vote. */
export function readVote(text: string, method: Method): Vote | null {
  const parts = text === '-' ? [] : text.split(method.kind === 'ranked' ? '>' : ' ')
  const given =
    answersOf(method).length > 0
      ? { kind: 'answer', answer: text }
      : method.kind === 'ranked'
        ? { kind: 'order', order: parts.map(Number) }
        : {
            kind: 'marks',
            marks: parts.map((part) => {
              const [option, mark] = part.split(':')
              return { option: Number(option), mark: Number(mark) }
            }),
          }
  const read = Vote.safeParse(given)
  return read.success ? read.data : null
}
