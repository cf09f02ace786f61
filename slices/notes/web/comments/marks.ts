/** Which characters of which piece a talk is about: what is marked in the text. */
import type { Output } from '#kernel/operation.ts'
import type { listComments } from '../../api/comments.ts'

export type Talk = Output<typeof listComments>['talks'][number]
export type May = Output<typeof listComments>['may']

/** Characters of one piece; `words` null: it goes beyond the piece, and is taken as it is. */
export type Mark = {
  id: string
  from: number
  to: number
  words: string | null
  isActive: boolean
  /** The words to stand instead, of an open suggestion. */
  instead: string | null
}
export type Marks = ReadonlyMap<string, readonly Mark[]>

const insteadOf = ({ proposal }: Talk): string | null =>
  proposal && proposal.outcome === null && !proposal.stale ? proposal.text : null

/** What to mark in which piece; `keys` are those of the pieces, in their order. */
export function marksIn(
  keys: readonly string[],
  talks: readonly Talk[],
  active: string | null,
): Marks {
  const marks = new Map<string, Mark[]>()
  const orders = new Map(keys.map((key, order) => [key, order]))
  for (const talk of talks) {
    const { place, words, id } = talk
    const first = place && orders.get(place.from.key)
    const last = place && orders.get(place.to.key)
    if (!place || first === undefined || last === undefined || first === null || last === null)
      continue
    for (let order = first; order <= last; order += 1) {
      const key = keys[order] ?? ''
      const mark = {
        id,
        from: order === first ? place.from.offset : 0,
        to: order === last ? place.to.offset : Number.POSITIVE_INFINITY,
        words: first === last ? words : null,
        isActive: id === active,
        instead: order === last ? insteadOf(talk) : null,
      }
      marks.set(key, [...(marks.get(key) ?? []), mark])
    }
  }
  return marks
}

/** Where a mark stands in a text that may have changed since; null when its words are not there. */
export function settle(
  text: string,
  { from, to, words }: Mark,
): { from: number; to: number } | null {
  if (words === null) return from < Math.min(to, text.length) ? { from, to } : null
  if (text.slice(from, to) === words) return { from, to }
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  const [nearest] = places.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))
  return nearest === undefined ? null : { from: nearest, to: nearest + words.length }
}

/** The talks in the order of the text; those whose words are gone come last. */
export function inOrder(keys: readonly string[], talks: readonly Talk[]): Talk[] {
  const orders = new Map(keys.map((key, order) => [key, order]))
  const orderOf = ({ place }: Talk) => (place && orders.get(place.from.key)) ?? keys.length
  return talks.toSorted(
    (a, b) => orderOf(a) - orderOf(b) || (a.place?.from.offset ?? 0) - (b.place?.from.offset ?? 0),
  )
}
