/**
 * Who is heard, as spans of time.
 * 1. The media server says of each when they begin to be heard and when they end. From one to the
 *    other is a span; a pause of a second or less is part of speaking.
 * 2. Spans are told now and then: whoever speaks at that moment is told up to it, and goes on.
 * 3. Said twice, a beginning or an end changes nothing. Who loses the line is no longer heard.
 */
import { type Instant, msBetween, SECOND } from '#kernel/clock.ts'

export type Span = { who: string; from: Instant; till: Instant }

/** `since`: when those who are heard now began. */
export type Ears = { since: ReadonlyMap<string, Instant>; spans: readonly Span[] }

export const NOBODY: Ears = { since: new Map(), spans: [] }

const PAUSE = SECOND

function joined(spans: readonly Span[], span: Span): readonly Span[] {
  const place = spans.findLastIndex(({ who }) => who === span.who)
  const last = spans[place]
  return last && msBetween(last.till, span.from) <= PAUSE
    ? spans.with(place, { ...last, till: span.till })
    : [...spans, span]
}

/** Laws 1 and 3. */
export function hear(ears: Ears, who: string, isHeard: boolean, at: Instant): Ears {
  const from = ears.since.get(who)
  if (isHeard === (from !== undefined)) return ears
  const since = new Map(ears.since)
  if (from === undefined) return { ...ears, since: since.set(who, at) }
  since.delete(who)
  return { since, spans: at > from ? joined(ears.spans, { who, from, till: at }) : ears.spans }
}

/** Law 2: the spans up to a moment, and what is heard on from there. */
export function tellUpTo(ears: Ears, at: Instant): { spans: readonly Span[]; ears: Ears } {
  let spans = ears.spans
  for (const [who, from] of ears.since)
    if (at > from) spans = joined(spans, { who, from, till: at })
  const since = new Map([...ears.since].map(([who, from]) => [who, at > from ? at : from]))
  return { spans, ears: { since, spans: [] } }
}
