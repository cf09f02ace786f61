/** Adding up the answers of a quick poll, whoever gave them. */
import type { Answer, Poll, PollKind, Tally } from './state.ts'

const CHOICES = ['yes', 'no', 'abstain']

function placesOf(kind: PollKind, options: number): number {
  return { 'yes-no': 3, one: options, several: options, scale: 6, words: 0 }[kind]
}

/** The places in the counts that an answer adds one to. */
function placesIn(kind: PollKind, answer: Answer): readonly number[] {
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

/** Answers added up: yes, no, abstain; each option; or 0 to 5. Words are sorted, so no order is left. */
export function tallyOf(
  { kind, options }: Pick<Poll, 'kind' | 'options'>,
  answers: readonly Answer[],
): Tally {
  const empty: Tally = {
    answers: 0,
    counts: Array.from({ length: placesOf(kind, options.length) }, () => 0),
    words: [],
  }
  return answers.reduce<Tally>((tally, answer) => addTo(tally, kind, answer), empty)
}

/** A tally with one more answer. */
export function addTo(tally: Tally, kind: PollKind, answer: Answer): Tally {
  const places = placesIn(kind, answer)
  return {
    answers: tally.answers + 1,
    counts: tally.counts.map((count, place) => count + (places.includes(place) ? 1 : 0)),
    words: kind === 'words' ? [...tally.words, String(answer)].toSorted() : tally.words,
  }
}

/** The results that may be seen now; null while they wait for the close. */
export function resultsOf(poll: Poll): Tally | null {
  if (poll.closedAt) return poll.tally
  return poll.results === 'live' ? tallyOf(poll, Object.values(poll.answers)) : null
}

/** The mean of a scale, null without answers. */
export function meanOf({ answers, counts }: Tally): number | null {
  return answers === 0
    ? null
    : counts.reduce((sum, count, value) => sum + count * value, 0) / answers
}

/** Answers of this poll stand apart until it closes. */
export function answersStandApart(poll: Poll): boolean {
  return poll.results === 'close'
}
