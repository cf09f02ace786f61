/**
 * Who wrote in this note, and the look of each: a tint by their id (the same everywhere in the hall)
 * and a stroke that tells two of one tint apart, so that colour never speaks alone.
 */
import { tintOf } from '#web/kit/tint.ts'

export type Author = { who: string; name: string; tint: number; stroke: number }

/** An author as the hall tells of them. */
export type Told = { number: number; who: string | null; name: string; characters: number }

export const STROKES = 4

/** The look of each author, by their number; the order of numbers decides, so it never changes. */
export function looksOf(authors: readonly Told[]): Map<number, Author> {
  const taken = new Map<number, number>()
  const looks = new Map<number, Author>()
  for (const { number, who, name } of authors.toSorted((a, b) => a.number - b.number)) {
    const id = who ?? `author ${number}`
    const tint = tintOf(id)
    const stroke = taken.get(tint) ?? 0
    taken.set(tint, stroke + 1)
    looks.set(number, { who: id, name, tint, stroke: stroke % STROKES })
  }
  return looks
}

export type Share = Told & { percent: number }

/** The share of each in the text, the largest first; whole percents that add up to a hundred. */
export function sharesOf(authors: readonly Told[]): Share[] {
  const all = authors.reduce((sum, { characters }) => sum + characters, 0)
  const writing = authors
    .filter(({ characters }) => characters > 0)
    .toSorted((a, b) => b.characters - a.characters || a.number - b.number)
  const whole = (one: Told): number => Math.floor((one.characters * 100) / all)
  const left = 100 - writing.reduce((sum, one) => sum + whole(one), 0)
  const rest = (one: Told): number => (one.characters * 100) % all
  const more = new Set(writing.toSorted((a, b) => rest(b) - rest(a)).slice(0, left))
  return writing.map((one) => ({ ...one, percent: whole(one) + (more.has(one) ? 1 : 0) }))
}
