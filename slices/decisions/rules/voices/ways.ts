/**
 * The ways by which a ballot comes, and which of two counts.
 * 1. In the hall or by the link in a letter a voter casts it themselves; by phone they tell somebody who
 *    records it; by proxy somebody casts it whom they asked in writing.
 * 2. The last ballot counts, but never against a way that is nearer to the voter: what somebody cast
 *    themselves only they change, what they told by phone no proxy changes.
 */
import { refuse, type Refusal } from '#kernel/change.ts'

export const WAYS = ['hall', 'link', 'phone', 'proxy'] as const
export type Way = (typeof WAYS)[number]

const NEARNESS: Record<Way, number> = { hall: 2, link: 2, phone: 1, proxy: 0 }

/** Law 2: null when a ballot by this way may stand in the place of what was cast before. */
export function refuseFarther(way: Way, before: Way | null): Refusal | null {
  if (before === null || NEARNESS[way] >= NEARNESS[before]) return null
  return refuse(NEARNESS[before] === 2 ? 'voted-themselves' : 'told-by-phone')
}
