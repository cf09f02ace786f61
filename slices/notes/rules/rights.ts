/**
 * Who may do what with a note.
 *
 * 1. A note belongs to a circle, a gathering, an item or a group of breakouts; what somebody may do there says what they
 *    may do with the note: nothing, read, comment or write, each with what comes before it.
 * 2. The main note of a gathering is open to whoever may write at that gathering, wherever the note
 *    itself belongs; of a note that returns, the three gatherings that opened it last count.
 * 3. A link may give more, never less, until it is taken back or over, or somebody is shut out.
 * 4. A locked note is read and commented; an approved one is only read.
 * 5. Whoever writes or comments does so as a person or as a guest, never as nobody.
 * 6. A note is kept (shared, locked, approved, put away, moved) by who made it while they may write
 *    there, and by those who facilitate where it belongs. It is named anew by whoever may write in
 *    it by belonging.
 */
export const HOLDER_KINDS = ['circle', 'gathering', 'item', 'breakout'] as const
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

/** The standing that reaches farthest (laws 2 and 3); who writes is named (law 5). */
export function strongest(standings: readonly Standing[]): Standing {
  const none: Standing = { right: 'none', who: null, name: null }
  const best = standings.reduce((most, one) => (reaches(most.right, one.right) ? most : one), none)
  if (best.who !== null || !reaches(best.right, 'comment')) return best
  const named = standings.find(({ who, right }) => who !== null && right !== 'none')
  return named ? { ...named, right: best.right } : { ...best, right: 'read' }
}
