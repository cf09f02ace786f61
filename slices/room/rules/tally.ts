/** Adding up the answers of a quick poll, whoever gave them. */
import { placesIn, placesOf } from './answers.ts'
import type { Answer, Poll, PollKind, Tally } from './state.ts'

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
