/**
 * Voting in a room.
 * 1. Only who is in the room votes: members on the roll, and delegates for their co-op, of which the last
 *    vote of any of them counts. Until the close everybody may change theirs.
 * 2. By **show of hands** everybody sees at once who votes what.
 * 3. By **roll call** a facilitator calls the names of those who are there, one by one; whoever was
 *    called answers, or a facilitator records what was said aloud. Whose vote was recorded is told so, and
 *    may change it.
 * 4. By **ballot** nothing but how many voted shows before the close.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Way } from '#slices/decisions/index.ts'

export type Vote = { way: Way; called: readonly string[] }

/** Law 3: who is called next: those there, by name, who were not called yet; null at the end. */
export function nextCalled(there: readonly string[], called: readonly string[]): string | null {
  return there.find((member) => !called.includes(member)) ?? null
}

/** Law 3: whether a name may be called now. */
export function unlessToCall(
  { way }: Vote,
  { member, there }: { member: string; there: boolean },
): Refusal | null {
  if (way !== 'calls') return refuse('no-roll-call')
  return there ? null : refuse('not-there-to-call', { member })
}

/** Law 3: whether the vote of a member may be recorded now. */
export function unlessToRecord({ way, called }: Vote, member: string): Refusal | null {
  if (way !== 'calls') return refuse('no-roll-call')
  return called.includes(member) ? null : refuse('not-called-yet')
}

/** Laws 1 and 3: whether a member who is there may vote now. */
export function unlessToVote({ way, called }: Vote, member: string): Refusal | null {
  return way !== 'calls' || called.includes(member) ? null : refuse('not-called-yet')
}
