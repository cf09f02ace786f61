/**
 * Comments on a note, and suggestions of other words.
 *
 * 1. A comment is about a passage (rules/passages.ts); answers to it make a talk. Who may comment or
 *    write here sees all of it; who only reads sees none.
 * 2. Commenting ends with approval; what was said can still be seen, taken back and hidden. In a
 *    locked note one goes on commenting.
 * 3. One changes and takes back only what is one's own; that it was changed is shown. What is taken
 *    back is gone, but where somebody answered it, it says that it was.
 * 4. A talk is resolved and opened again by who began it and by whoever may write here.
 * 5. Who keeps the note may hide a comment, and says why; the words are then shown to nobody.
 * 6. A suggestion is a comment with other words for its passage, within one text. Whoever may write
 *    takes it in, and then the new words are written by who suggested them, or refuses it. When its
 *    passage has changed meanwhile it can't be taken in until who made it looks at it again.
 * 7. At most 100 answers in a talk, 2,000 comments in a note, 5,000 characters each.
 */
import type { Instant } from '#kernel/clock.ts'
import { type Refusal, refuse } from '#kernel/change.ts'
import { type NoteRight, reaches } from './rights.ts'

export const COMMENT_LENGTH = 5000
export const PASSAGE_LENGTH = 2000
export const MOST_ANSWERS = 100
export const MOST_COMMENTS = 2000
export const TALKS_AT_ONCE = 50
export const OUTCOMES = ['accepted', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Who asks, what they may do here while it is neither locked nor approved, and whether it is. */
export type Asking = { who: string | null; right: NoteRight; approved: boolean }

/** A comment as the rules look at it; of an answer, `began` and what follows are those of its talk. */
export type Comment = {
  who: string
  taken_at: Instant | null
  hidden_at: Instant | null
  resolved_at: Instant | null
  proposed: string | null
  outcome: Outcome | null
}

/** Laws 1 and 2. */
export function seesComments({ who, right }: Asking): boolean {
  return who !== null && reaches(right, 'comment')
}

function isGone({ taken_at, hidden_at }: Comment): boolean {
  return taken_at !== null || hidden_at !== null
}

/** Law 3: refuses `comment-not-yours`, `comment-gone`, `note-approved`. */
export function mayRewrite(comment: Comment, { who, approved }: Asking): Refusal | null {
  if (comment.who !== who) return refuse('comment-not-yours')
  if (isGone(comment)) return refuse('comment-gone')
  return approved ? refuse('note-approved') : null
}

/** Law 3, also when it is approved: refuses `comment-not-yours`. */
export function mayTakeBack(comment: Comment, { who }: Asking): Refusal | null {
  return comment.who === who ? null : refuse('comment-not-yours')
}

/** Law 4: refuses `talk-not-yours`, `note-approved`. */
export function mayResolve(comment: Comment, { who, right, approved }: Asking): Refusal | null {
  if (approved) return refuse('note-approved')
  if (comment.who === who || reaches(right, 'write')) return null
  return refuse('talk-not-yours')
}

/** Law 6: refuses `no-suggestion`, `suggestion-closed`. */
export function mayClose(comment: Comment): Refusal | null {
  if (comment.proposed === null) return refuse('no-suggestion')
  return comment.outcome !== null || isGone(comment) ? refuse('suggestion-closed') : null
}
