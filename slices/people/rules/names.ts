/**
 * Names, as people write them.
 * 1. A name is shown as it was written, in any script; case and accents matter to nobody but its owner.
 * 2. Guests of one gathering whose names read alike are told apart by a number: the first has none
 *    to be seen, the second is (2), and a number stays with who got it.
 * 3. Who was erased is "a former member" or "a former guest"; their number and id stay.
 */
import type { Id } from '#kernel/ids.ts'
import { plain } from '#kernel/text.ts'

export type PersonId = Id<'per'>
export type GuestId = Id<'gst'>

export type Name = {
  /** The name as written; "a former member" for who was erased. */
  name: string
  /** 1 for most; from 2 for a guest whose name somebody had before in the same gathering. */
  number: number
  kind: 'person' | 'guest'
  /** Erased: the web says "a former member" in the reader's language. */
  former: boolean
}

export const FORMER = { person: 'a former member', guest: 'a former guest' } as const

/** What two names that read alike have in common. */
export function nameKey(name: string): string {
  return (
    plain(name)
      .replaceAll(/[\p{P}\p{Z}\p{Cf}]+/gu, ' ')
      .trim() || name
  )
}

/** The least number, from 1, that is not taken. */
export function numberFor(taken: readonly number[]): number {
  let number = 1
  while (taken.includes(number)) number += 1
  return number
}

/** The name with its number, where it needs one: "Maria (2)". */
export function shownName({ name, number }: Pick<Name, 'name' | 'number'>): string {
  return number > 1 ? `${name} (${number})` : name
}

/** Somebody as they are shown; who is not known has no name, and counts as former. */
export function whoIn(names: ReadonlyMap<string, Name>, id: string) {
  const name = names.get(id)
  return { id, name: name ? shownName(name) : '', former: name?.former ?? true }
}
