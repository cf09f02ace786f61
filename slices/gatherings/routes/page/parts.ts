/** What the parts of the invitation page are made from, and how they tell a time. */
import { html } from 'hono/html'
import type { Instant } from '#kernel/clock.ts'
import type { Html } from '#kernel/page.ts'
import type { Words } from '#kernel/words.ts'
import type { Gathering } from '../../store/gatherings.ts'
import { timeOf } from '../../store/times.ts'

export type Face = { id: string; name: string; says: string }

export type PageOf = {
  gathering: Gathering
  words: Words
  /** The zone of the reader, when the server knows it. */
  zone: string | null
  people: readonly Face[]
  counts: { yes: number; maybe: number; no: number }
}

export const shownZone = ({ zone, gathering }: PageOf): string => zone ?? gathering.zone

/** A time that the script may tell in the reader's zone. */
export function clock(at: Instant, page: PageOf, own = true): Html {
  const zone = own ? shownZone(page) : page.gathering.zone
  const text = timeOf(at, zone, page.words.locale)
  return own
    ? html`<time datetime="${at}" data-t>${text}</time>`
    : html`<time datetime="${at}">${text}</time>`
}
