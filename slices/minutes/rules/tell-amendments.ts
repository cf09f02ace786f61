/** Amendments in sentences. */
import type { Amendment, Minutes } from './document.ts'
import { phrases } from './phrases.ts'
import { shortDayOf, type Speech } from './speech.ts'
import { nameFor, readable } from './tell-facts.ts'

export function tellAmendment(minutes: Minutes, amendment: Amendment, speech: Speech): string {
  const { target, id, by, at, before, after } = amendment
  const values = {
    before: before ?? '',
    after,
    name: nameFor(minutes, by, speech),
    day: shortDayOf(at, speech),
    number: minutes.items.find((item) => item.id === id)?.number ?? 0,
    ref: [...minutes.decisions, ...minutes.actions].find((one) => one.id === id)?.ref ?? '',
  }
  const message =
    target === 'line'
      ? phrases.amendedLine
      : target === 'item'
        ? before
          ? phrases.amendedItem
          : phrases.addedItem
        : phrases.amendedWritten
  return readable(speech.say(message, values), speech)
}
