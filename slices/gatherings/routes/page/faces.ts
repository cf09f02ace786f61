/** A person on a plain page: initials on their tint, as the web draws them. */

const TINTS = 6

/** The tint of a person, 1 to 6, by a hash of their id (or name, where no id is known). */
export function tintOf(id: string): number {
  let hash = 0
  for (const mark of id) hash = (hash * 31 + (mark.codePointAt(0) ?? 0)) >>> 0
  return (hash % TINTS) + 1
}

const isSign = (mark: string): boolean => /\p{L}|\p{N}/u.test(mark)

/** Two initials; one where letters join (Arabic, Hebrew and their kin). */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(isSign)
  const first = [...(words[0] ?? '?')].find(isSign) ?? '?'
  if (/\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Han}|\p{Script=Thai}/u.test(first))
    return first
  const last = words.length > 1 ? [...(words.at(-1) ?? '')].find(isSign) : undefined
  return (first + (last ?? '')).toLocaleUpperCase()
}
