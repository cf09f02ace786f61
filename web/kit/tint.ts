/** The tint of a person: by a hash of their id, the same everywhere. */

const TINTS = 6

/** A number from 1 to 6. */
export function tintOf(id: string): number {
  let hash = 0
  for (const mark of id) hash = (hash * 31 + (mark.codePointAt(0) ?? 0)) >>> 0
  return (hash % TINTS) + 1
}
