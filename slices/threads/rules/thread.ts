/**
 * A conversation of a circle, and who may do what in it.
 *
 * 1. It belongs to one circle; its members and stewards, and delegates there, read it and say
 *    something. Nobody else sees that it is there.
 * 2. Comments stand in one line of time, numbered by the record. An answer names what it answers.
 * 3. One changes and takes back only one's own words. What they were before stays to be read; what was
 *    taken back is gone, with all that it was before.
 * 4. Facilitators and stewards of the circle hide a comment with a reason that everybody reads, lock
 *    the thread, split and merge. The words of what is hidden are shown to nobody.
 * 5. A locked thread is read, followed and reacted to, but nothing is said in it or changed; one takes
 *    back one's own all the same.
 * 6. Anybody of the circle marks a comment as a decision or a summary, and says in words where the
 *    thread stands now, on what they had before them: two who write at once do not overwrite each other.
 * 7. One reaction of a kind a person and comment; none to what is gone.
 * 8. Who began it, and its facilitators, give it another title.
 * 9. Who is erased leaves the fact that they spoke, without their words, reactions and wishes. What
 *    stands as "where we are now" stays: it is the circle's.
 */
import { type Refusal, refuse } from '#kernel/change.ts'

export const TITLE_LENGTH = 160
export const COMMENT_LENGTH = 10_000
export const STANDING_LENGTH = 4000
export const MARKS = ['decision', 'summary'] as const
export type Mark = (typeof MARKS)[number]

type Thread = { locked_at: string | null; merged_into: string | null; made_by: string }
type Comment = { who: string; taken_at: string | null; hidden_at: string | null }

/** Laws 1 and 5: refuses `thread-merged`, `thread-locked`. */
export function maySay({ locked_at, merged_into }: Omit<Thread, 'made_by'>): Refusal | null {
  if (merged_into !== null) return refuse('thread-merged')
  return locked_at === null ? null : refuse('thread-locked')
}

export function isGone({ taken_at, hidden_at }: Omit<Comment, 'who'>): boolean {
  return taken_at !== null || hidden_at !== null
}

/** Laws 3 and 5: refuses `comment-not-yours`, `comment-gone`, `thread-locked`, `thread-merged`. */
export function mayRewrite(comment: Comment, thread: Thread, me: string): Refusal | null {
  if (comment.who !== me) return refuse('comment-not-yours')
  if (isGone(comment)) return refuse('comment-gone')
  return maySay(thread)
}

/** Laws 3 and 5: refuses `comment-not-yours`. */
export function mayTakeBack({ who }: Comment, me: string): Refusal | null {
  return who === me ? null : refuse('comment-not-yours')
}

/** Laws 6 and 7: refuses `comment-gone`. */
export function mayPointAt(comment: Comment): Refusal | null {
  return isGone(comment) ? refuse('comment-gone') : null
}

/** Law 8: refuses `thread-not-yours`. */
export function mayRename({ made_by }: Thread, me: string, keeps: boolean): Refusal | null {
  return made_by === me || keeps ? null : refuse('thread-not-yours')
}

/** Law 6: refuses `standing-changed` to who had other words before them. */
export function mayWord(stands: number | null, seen: number | null): Refusal | null {
  return stands === seen ? null : refuse('standing-changed')
}
