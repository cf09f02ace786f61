/**
 * Whom a text names: `@` and the whole name of somebody of the circle, as it is written, the longest
 * name that fits. A letter or a digit right before or behind it makes it another word, such as a mail
 * address. At most fifty count.
 */
export type Person = { id: string; name: string }
const MOST = 50
const BEGAN = /[\p{L}\p{M}\p{N}]$/u
const GOES_ON = /^[\p{L}\p{M}\p{N}]/u

/** Where names stand in a text, from the first on. */
export function namesIn(
  text: string,
  people: readonly Person[],
): { from: number; till: number; id: string }[] {
  const found: { from: number; till: number; id: string }[] = []
  if (!text.includes('@')) return found
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (BEGAN.test(text.slice(Math.max(0, at - 2), at))) continue
    const named = longestFirst.find(
      ({ name }) =>
        name !== '' &&
        text.startsWith(name, at + 1) &&
        !GOES_ON.test(text.slice(at + 1 + name.length)),
    )
    if (named) found.push({ from: at, till: at + 1 + named.name.length, id: named.id })
  }
  return found
}

/** Whom a text names, each once, without its author. */
export function mentionsIn(text: string, people: readonly Person[], author: string): string[] {
  const ids = namesIn(text, people).map(({ id }) => id)
  return [...new Set(ids)].filter((id) => id !== author).slice(0, MOST)
}
