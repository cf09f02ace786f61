/** A pool of attributes being filled: each [key, value] has one number, for good. */
export type Filling = {
  attributes: Map<number, readonly [string, string]>
  /** The attribute string of these, sorted by key. */
  attribs(pairs: Record<string, string | null>): string
  /** The author in an attribute string; empty when there is none. */
  authorIn(attribs: string): string
  authors(): Set<string>
  json(): { numToAttrib: Record<string, readonly [string, string]>; nextNum: number }
}

export function newPool(): Filling {
  const attributes = new Map<number, readonly [string, string]>()
  const numbers = new Map<string, number>()
  const numberOf = (key: string, value: string): number => {
    const name = JSON.stringify([key, value])
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    attributes.set(number, [key, value])
    return number
  }
  return {
    attributes,
    attribs: (pairs) =>
      Object.entries(pairs)
        .filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '')
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => `*${numberOf(key, value).toString(36)}`)
        .join(''),
    authorIn: (attribs) =>
      attribs
        .split('*')
        .map((number) => attributes.get(Number.parseInt(number, 36)))
        .find((attribute) => attribute?.[0] === 'author')?.[1] ?? '',
    authors: () =>
      new Set(
        [...attributes.values()].flatMap(([key, value]) => (key === 'author' ? [value] : [])),
      ),
    json: () => ({ numToAttrib: Object.fromEntries(attributes), nextNum: attributes.size }),
  }
}
