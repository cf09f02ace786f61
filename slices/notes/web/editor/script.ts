/** The script of a note (rules/passages.ts) as the editor holds it: its lines, and where they stand. */
import type { Node as Part } from '@tiptap/pm/model'
import { XmlElement, type XmlFragment } from 'yjs'
import type { Passage } from '../../api/comments.ts'
import type { Range } from '../../rules/passages.ts'
import { keyOf } from '../../rules/tree.ts'

/** A line with words: where its inside begins, its place in the script, and in its piece. */
type Line = { part: Part; inside: number; at: number; text: string; piece: string; first: number }

const wordsOf = (part: Part): string => {
  if (part.isText) return part.text ?? ''
  if (part.type.name === 'hardBreak') return '\n'
  return part.type.name === 'mention' ? `@${part.attrs['name']}` : ''
}

function textOf(line: Part): string {
  let text = ''
  line.forEach((part) => {
    text += wordsOf(part)
  })
  return text
}

type Place = { part: Part; at: number; key: string }

/** The pieces of a note: its blocks, of a list its entries. */
function piecesIn(doc: Part, fragment: XmlFragment): Place[] {
  const pieces: Place[] = []
  const blocks = fragment.toArray()
  doc.forEach((block, at, place) => {
    const element = blocks[place]
    if (!(element instanceof XmlElement)) return
    if (!block.type.name.endsWith('List'))
      return void pieces.push({ part: block, at, key: keyOf(element) })
    const entries = element.toArray()
    block.forEach((part, offset, index) => {
      const entry = entries[index]
      if (entry instanceof XmlElement) pieces.push({ part, at: at + 1 + offset, key: keyOf(entry) })
    })
  })
  return pieces
}

/** The lines of a note with words in them. */
export function linesIn(doc: Part, fragment: XmlFragment): Line[] {
  const lines: Line[] = []
  let end = -1
  const add = (part: Part, inside: number, piece: string): void => {
    const text = textOf(part)
    if (text === '') return
    const at = end + 1
    const last = lines.at(-1)
    lines.push({ part, inside, at, text, piece, first: last?.piece === piece ? last.first : at })
    end = at + text.length
  }
  for (const { part, at, key } of piecesIn(doc, fragment)) {
    if (part.isTextblock) add(part, at + 1, key)
    else
      part.descendants((inner, offset) => {
        if (inner.isTextblock) add(inner, at + 1 + offset + 1, key)
        return !inner.isTextblock
      })
  }
  return lines
}

export const scriptOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n')

/** The characters of a line before a place of the editor. */
function charactersBefore({ part, inside }: Line, place: number): number {
  let characters = 0
  part.forEach((inner, offset) => {
    const start = inside + offset
    if (inner.isText) characters += Math.min(Math.max(place - start, 0), inner.nodeSize)
    else if (place > start) characters += wordsOf(inner).length
  })
  return characters
}

/** The place of the editor so many characters into a line. */
function placeAt({ part, inside }: Line, characters: number): number {
  let [left, place] = [characters, inside]
  part.forEach((inner) => {
    if (left <= 0) return
    const { length } = wordsOf(inner)
    place += inner.isText ? Math.min(left, length) : inner.nodeSize
    left -= length
  })
  return place
}

/** The passage between two places of the editor; null when there are no words. */
export function passageBetween(lines: readonly Line[], { from, to }: Range): Passage | null {
  const within = lines.filter(
    ({ inside, part }) => inside < to && inside + part.content.size > from,
  )
  const [first, last] = [within[0], within.at(-1)]
  if (!first || !last) return null
  const start = first.at + charactersBefore(first, from)
  const end = last.at + charactersBefore(last, to)
  const raw = scriptOf(lines).slice(start, end)
  const quote = raw.trim()
  if (quote === '') return null
  const [begins, ends] = [start + raw.indexOf(quote), end - (raw.length - raw.trimEnd().length)]
  const lineAt = (at: number) => lines.findLast((line) => line.at <= at) ?? first
  const [one, other] = [lineAt(begins), lineAt(ends - 1)]
  return {
    from: { key: one.piece, offset: begins - one.first },
    to: { key: other.piece, offset: ends - other.first },
    quote,
  }
}

/** Where in the editor some characters of the script stand, line by line. */
export function placesOf(lines: readonly Line[], { from, to }: Range): Range[] {
  return lines.flatMap((line) => {
    const [start, end] = [Math.max(from, line.at), Math.min(to, line.at + line.text.length)]
    if (start >= end) return []
    return [{ from: placeAt(line, start - line.at), to: placeAt(line, end - line.at) }]
  })
}
