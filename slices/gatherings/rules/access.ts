/**
 * Who may see a gathering and who may shape it.
 * 1. A public gathering is for everybody. Members see what is for members, the invited what is for
 *    the invited; whoever called or facilitates it always sees it.
 * 2. Who holds its entry link, or a personal invitation to it, sees that one gathering.
 * 3. It is changed by who called it, by its facilitators, and by those who facilitate its circle.
 * 4. What a running order says to facilitators only, and who answered what, is read by those alone.
 */
import type { Access } from './calling.ts'

/** What somebody is to one gathering. */
export type Reader = {
  /** A member of its circle, or of the co-op when it is the co-op's. */
  member: boolean
  /** Called it, facilitates it, or facilitates its circle. */
  shapes: boolean
  /** Holds an invitation to it. */
  invited: boolean
  /** Came by its entry link. */
  key: boolean
}

export const STRANGER: Reader = { member: false, shapes: false, invited: false, key: false }

/** Laws 1 and 2. */
export function maySee(access: Access, who: Reader): boolean {
  if (access === 'public' || who.shapes || who.invited || who.key) return true
  return access === 'members' && who.member
}

/** Laws 3 and 4. */
export function mayShape(who: Reader): boolean {
  return who.shapes
}

/** Whether it stands in lists and feeds of the circle for this reader; a link alone lists nothing. */
export function isListedFor(access: Access, who: Reader): boolean {
  return maySee(access, { ...who, key: false })
}
