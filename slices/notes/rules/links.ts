/**
 * Links that let in whoever has them.
 * 1. A link gives reading, commenting or writing in one note, until a day or until it is taken back.
 * 2. Whoever comes by it without an account reads at once; to comment or write they say their name
 *    and are a guest known to that note only.
 * 3. Who was shut out of a note comes in by no link of it any more.
 */
import type { Instant } from '#kernel/clock.ts'

export const GIVES = ['read', 'comment', 'write'] as const
export type Gives = (typeof GIVES)[number]

type Ends = { expires_at: Instant | null; revoked_at: Instant | null }

/** Law 1. */
export function stillOpen({ expires_at, revoked_at }: Ends, now: Instant): boolean {
  return revoked_at === null && (expires_at === null || expires_at > now)
}
