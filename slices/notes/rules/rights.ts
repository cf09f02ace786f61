/**
 * Who may do what with a note.
 *
 * 1. A note belongs to a circle, a gathering or an item; what somebody may do there says what they
 *    may do with the note: nothing, read, comment or write, each with what comes before it.
 * 2. A link may give more (store/links), never less.
 * 3. A locked note is read and commented; an approved one is only read.
 * 4. Whoever writes or comments does so as a person or as a guest, never as nobody.
 */
export const HOLDER_KINDS = ['circle', 'gathering', 'item'] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

export const RIGHTS = ['none', 'read', 'comment', 'write'] as const
export type NoteRight = (typeof RIGHTS)[number]

/** A person (`per_…`) or a guest (`gst_…`). */
export type Who = string

export type Standing = { right: NoteRight; who: Who | null; name: string | null }

/** Whether a right reaches as far as another. */
export function reaches(right: NoteRight, wanted: NoteRight): boolean {
  return RIGHTS.indexOf(right) >= RIGHTS.indexOf(wanted)
}

/** The right that is left in a note that is locked or approved. */
export function rightIn(right: NoteRight, note: { locked: boolean; approved: boolean }): NoteRight {
  const most: NoteRight = note.approved ? 'read' : note.locked ? 'comment' : 'write'
  return reaches(right, most) ? most : right
}
