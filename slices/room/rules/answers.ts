/** What may be an answer to a quick poll, and what it counts for. */
import type { Answer, Poll, PollKind } from './state.ts'

const CHOICES = ['yes', 'no', 'abstain']

export function placesOf(kind: PollKind, options: number): number {
  return { 'yes-no': 3, one: options, several: options, scale: 6, words: 0 }[kind]
}

/** The places in the counts that an answer adds one to. */
export function placesIn(kind: PollKind, answer: Answer): readonly number[] {
  if (kind === 'words') return []
  if (kind === 'yes-no') return [CHOICES.indexOf(String(answer))]
  return typeof answer === 'object' ? answer : [Number(answer)]
}

/** May this be an answer to this poll? */
export function answerFits(
  { kind, options }: Pick<Poll, 'kind' | 'options'>,
  answer: Answer,
): boolean {
  if (kind === 'words') return typeof answer === 'string' && answer.trim() !== ''
  if (kind === 'several' && (typeof answer !== 'object' || new Set(answer).size !== answer.length))
    return false
  if (kind === 'yes-no' && typeof answer !== 'string') return false
  if ((kind === 'one' || kind === 'scale') && typeof answer !== 'number') return false
  const places = placesOf(kind, options.length)
  return placesIn(kind, answer).every(
    (place) => Number.isInteger(place) && place >= 0 && place < places,
  )
}
