/**
 * Passages: words of a note that somebody means, so named that readers, writers and the hall mean
 * the same.
 *
 * 1. The script of a note is its words, line by line: a line is a block that holds words, in their
 *    order. A mention reads `@name`, a break within a block "\n"; so does the end of a line.
 * 2. A spot is a piece of the note (rules/pieces.ts) and a number of characters into its lines.
 * 3. A passage is kept as two Yjs positions, the first at its first character and the last at its
 *    last, so that it moves with its words and grows when somebody writes within them.
 * 4. Where these find nothing any more (a line was split, or became a heading: the editor writes
 *    such words anew), the passage is where its words stand, if they stand in just one place.
 *    Else it is gone.
 */
import * as Y from 'yjs'
import { childrenOf, fragmentOf, keyOf } from './tree.ts'

export type Spot = { key: string; offset: number }
export type Span = { from: Spot; to: Spot }
/** Characters of the script. */
export type Range = { from: number; to: number }
export type Anchor = { from: Uint8Array; to: Uint8Array }

/** A text of a line, or something in it that reads as words. */
type Twig = { type: Y.XmlText | Y.XmlElement; text: string; at: number }
type Line = { key: string; element: Y.XmlElement; twigs: Twig[]; at: number; length: number }
export type Script = { text: string; lines: Line[] }

/** Words that stand in fewer characters than this are not looked for elsewhere. */
const FEW = 3

const LISTS = new Set(['bulletList', 'orderedList', 'taskList'])
const LEAVES = new Set(['mention', 'hardBreak', 'picture', 'horizontalRule'])

function textIn(text: Y.XmlText): string {
  let words = ''
  for (let item = text._start; item; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str
  return words
}

function textOf(twig: Y.XmlText | Y.XmlElement): string {
  if (twig instanceof Y.XmlText) return textIn(twig)
  if (twig.nodeName === 'hardBreak') return '\n'
  return twig.nodeName === 'mention' ? `@${twig.getAttribute('name') ?? ''}` : ''
}

function twigsOf(element: Y.XmlElement): Twig[] {
  let at = 0
  return childrenOf(element).map((type) => {
    const twig = { type, text: textOf(type), at }
    at += twig.text.length
    return twig
  })
}

/** The blocks with words in an element, itself included. */
function* blocksIn(element: Y.XmlElement): Generator<Y.XmlElement> {
  const inner = childrenOf(element).filter(
    (child) => child instanceof Y.XmlElement && !LEAVES.has(child.nodeName),
  )
  if (inner.length === 0) yield element
  for (const child of inner) if (child instanceof Y.XmlElement) yield* blocksIn(child)
}

function* piecesIn(fragment: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of childrenOf(fragment)) {
    if (!(child instanceof Y.XmlElement)) continue
    if (LISTS.has(child.nodeName)) yield* piecesIn(child)
    else yield child
  }
}

/** The script of a note (law 1). */
export function scriptOf(doc: Y.Doc): Script {
  const lines: Line[] = []
  let text = ''
  for (const piece of piecesIn(fragmentOf(doc))) {
    for (const element of blocksIn(piece)) {
      const twigs = twigsOf(element)
      const words = twigs.map((twig) => twig.text).join('')
      if (words === '') continue
      if (lines.length > 0) text += '\n'
      lines.push({ key: keyOf(piece), element, twigs, at: text.length, length: words.length })
      text += words
    }
  }
  return { text, lines }
}

/** The characters that a span means (law 2); null when there is no such piece or it is shorter. */
export function rangeOf({ lines }: Script, { from, to }: Span): Range | null {
  const place = ({ key, offset }: Spot): number | null => {
    const first = lines.find((line) => line.key === key)
    const last = lines.findLast((line) => line.key === key)
    if (!first || !last) return null
    const at = first.at + offset
    return at <= last.at + last.length ? at : null
  }
  const [start, end] = [place(from), place(to)]
  return start === null || end === null || start >= end ? null : { from: start, to: end }
}

function spotAt({ lines }: Script, line: Line | undefined, at: number): Spot | null {
  const first = line && lines.find(({ key }) => key === line.key)
  return first ? { key: first.key, offset: at - first.at } : null
}

const lineFrom = ({ lines }: Script, at: number) =>
  lines.find((line) => at < line.at + line.length && at >= line.at - 1)
const lineTo = ({ lines }: Script, at: number) =>
  lines.findLast((line) => at > line.at && at <= line.at + line.length + 1)

/** The span of some characters. */
export function spanOf(script: Script, { from, to }: Range): Span | null {
  const start = spotAt(script, lineFrom(script, from), from)
  const end = spotAt(script, lineTo(script, to), to)
  return start && end ? { from: start, to: end } : null
}

type Side = 'from' | 'to'

function positionAt(script: Script, at: number, side: Side): Y.RelativePosition | null {
  const line = side === 'from' ? lineFrom(script, at) : lineTo(script, at)
  if (!line) return null
  const within = Math.min(Math.max(at - line.at, 0), line.length)
  const place = line.twigs.findIndex((twig) =>
    side === 'from' ? within < twig.at + twig.text.length : within <= twig.at + twig.text.length,
  )
  const twig = line.twigs[place]
  if (!twig) return null
  const assoc = side === 'from' ? 0 : -1
  if (twig.type instanceof Y.XmlText)
    return Y.createRelativePositionFromTypeIndex(twig.type, within - twig.at, assoc)
  const index = side === 'from' ? place : place + 1
  return Y.createRelativePositionFromTypeIndex(line.element, index, assoc)
}

/** Some characters as Yjs keeps them (law 3). */
export function anchorOf(script: Script, { from, to }: Range): Anchor | null {
  const [start, end] = [positionAt(script, from, 'from'), positionAt(script, to, 'to')]
  if (!start || !end) return null
  return { from: Y.encodeRelativePosition(start), to: Y.encodeRelativePosition(end) }
}

function offsetOf(doc: Y.Doc, { lines }: Script, bytes: Uint8Array): number | null {
  const position = Y.createAbsolutePositionFromRelativePosition(
    Y.decodeRelativePosition(bytes),
    doc,
  )
  if (!position) return null
  const { type, index } = position
  for (const line of lines) {
    if (line.element === type) return line.at + (line.twigs[index]?.at ?? line.length)
    const twig = line.twigs.find((one) => one.type === type)
    if (twig) return line.at + twig.at + index
  }
  return null
}

/** Where words stand that stand in one place only. */
function placeOf({ text }: Script, quote: string): Range | null {
  const at = quote.length < FEW ? -1 : text.indexOf(quote)
  const isOne = at >= 0 && text.indexOf(quote, at + 1) < 0
  return isOne ? { from: at, to: at + quote.length } : null
}

/** Where a passage stands now (laws 3 and 4); null when it is gone. */
export function findPassage(
  doc: Y.Doc,
  script: Script,
  { anchor, quote }: { anchor: Anchor; quote: string },
): Range | null {
  const [from, to] = [offsetOf(doc, script, anchor.from), offsetOf(doc, script, anchor.to)]
  if (from !== null && to !== null && from < to) return { from, to }
  return placeOf(script, quote)
}

/**
 * The characters that somebody means who saw these words in this place: there, or where else the
 * words stand in the same pieces, if only once; null when they do not stand there any more.
 */
export function meantBy(script: Script, span: Span, quote: string): Range | null {
  const range = rangeOf(script, span)
  if (range && script.text.slice(range.from, range.to) === quote) return range
  const first = script.lines.find(({ key }) => key === span.from.key)
  const last = script.lines.findLast(({ key }) => key === span.to.key)
  if (!first || !last || last.at < first.at) return null
  const within = { text: script.text.slice(first.at, last.at + last.length), lines: [] }
  const found = placeOf(within, quote)
  return found && { from: found.from + first.at, to: found.to + first.at }
}

/** The text in which some characters stand, and where in it; null when they stand in several. */
export function textAt(
  { lines }: Script,
  { from, to }: Range,
): { text: Y.XmlText; at: number } | null {
  for (const line of lines) {
    for (const { type, text, at } of line.twigs) {
      const start = line.at + at
      if (type instanceof Y.XmlText && from >= start && to <= start + text.length)
        return { text: type, at: from - start }
    }
  }
  return null
}
