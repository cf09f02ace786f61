/**
 * A link in a letter that opens a ballot.
 * 1. It is for one person, one decision and one entry of its roll, and lets nobody in to anything else.
 * 2. Opening it casts nothing, whoever or whatever opens it. A ballot is cast by the form on the page
 *    that it opens, and changed there until the close like any other.
 * 3. It works while its decision is open; when the decision is open for longer, so does the link.
 * 4. It ends when whoever it was sent to stops it or wants no such links, when they leave the circle or
 *    are put out, when they no longer speak for the co-op whose ballot it opens, and when they are erased.
 *    Whoever is on the frozen roll still votes by signing in.
 * 5. Where ballots are secret there is none: what casts a secret ballot does not come by mail.
 * 6. Who did not cast what was cast by their link says so: all their links to it end, the stewards are
 *    told, and they vote anew by signing in. The ballot stands until then, as no ballot is taken out.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Kind } from '../kinds/kind.ts'
import { refuseLate, type State } from '../life/life.ts'

export const STOPS = ['stopped', 'not-me', 'unwanted', 'left', 'replaced', 'erased'] as const
export type Stop = (typeof STOPS)[number]

export type Standing = {
  stopped: Stop | null
  state: State
  closesAt: Instant | null
  secrecy: Kind['secrecy']
  /** Whether the person votes for this entry at this moment. */
  speaks: boolean
}

/** Whether letters about a decision carry links at all: law 5; `leaves`: mails leave the house. */
export function linksFor({ secrecy }: Pick<Kind, 'secrecy'>, leaves: boolean): boolean {
  return leaves && secrecy !== 'secret'
}

/** Why a link opens no ballot now; null when it does. A link that nobody made has no standing. */
export function refuseLink(standing: Standing | null, now: Instant): Refusal | null {
  if (!standing || standing.secrecy === 'secret') return refuse('link-unknown')
  if (standing.stopped === 'replaced') return refuse('link-of-another')
  if (standing.stopped) return refuse('link-stopped')
  const late = refuseLate(standing, now)
  if (late) return late
  return standing.speaks ? null : refuse('link-of-another')
}
