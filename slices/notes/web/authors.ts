/**
 * Who wrote in this note, and the look of each: a tint by their id (the same everywhere in the hall)
 * and a stroke that tells two of one tint apart, so that colour never speaks alone.
 */
import { tintOf } from '#web/kit/tint.ts'

export type Author = {
  who: string
  name: string
  tint: number
  stroke: number
  /** The colour they had in the file they came from; it stands in place of the tint. */
  color: string | null
}

/** An author as the hall tells of them. */
export type Told = Pick<Author, 'name' | 'color'> & {
  number: number
  who: string | null
  characters: number
}

export const STROKES = 4

/** The look of each author, by their number; the order of numbers decides, so it never changes. */
export function looksOf(authors: readonly Told[]): Map<number, Author> {
  const taken = new Map<number, number>()
  const looks = new Map<number, Author>()
  for (const { number, who, name, color } of authors.toSorted((a, b) => a.number - b.number)) {
    const id = who ?? `author ${number}`
    const tint = tintOf(id)
    const stroke = taken.get(tint) ?? 0
    taken.set(tint, stroke + 1)
    looks.set(number, { who: id, name, tint, stroke: stroke % STROKES, color })
  }
  return looks
}

/** The part of light that a colour gives back, 0 to 1 (WCAG 2). */
function lightOf(color: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const [red = 0, green = 0, blue = 0] = parts
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** What is read best on a colour: black or white, at least 4.5 to 1 whatever the colour is. */
export function inkOn(color: string): '#000000' | '#ffffff' {
  return lightOf(color) > 0.179 ? '#000000' : '#ffffff'
}

/** The style of an author with a colour of their own; empty for a tint. */
export function styleOf({ color }: Pick<Author, 'color'>): string {
  return color ? `--by: ${color}; --by-ink: ${inkOn(color)}` : ''
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
