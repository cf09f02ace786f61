/**
 * The words of a note as they stand on the page, counted as the hall counts them
 * (rules/passages.ts): of each piece the lines that hold words, a mention as it reads, a break as
 * one character, and one between two lines. What the page adds (boxes, who does a task) is not in it.
 */
import type { Passage } from '../../api/comments.ts'
import type { Mark } from './marks.ts'
import { settle } from './marks.ts'

const LINE = 'p,h1,h2,h3,pre'
const ADDED = 'label,.told,.instead'

type Part = { key: string; node: Text | null; text: string; at: number; line: Element }

/** The parts of one piece, in their order. */
function partsOf(piece: HTMLElement): Part[] {
  const key = piece.dataset['piece'] ?? ''
  const parts: Part[] = []
  const walk = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let at = 0
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const isBreak = node instanceof Element && node.localName === 'br'
    const near = node instanceof Element ? node : node.parentElement
    const line = near?.closest(LINE)
    if (!(isBreak || node instanceof Text) || !line || near?.closest(ADDED)) continue
    const text = isBreak ? '\n' : (node.textContent ?? '')
    if (text === '') continue
    const last = parts.at(-1)
    if (last && last.line !== line) at += 1
    parts.push({ key, node: node instanceof Text ? node : null, text, at, line })
    at += text.length
  }
  return parts
}

const textOf = (parts: readonly Part[]): string =>
  parts
    .map(({ text, line }, at) => (at > 0 && parts[at - 1]?.line !== line ? '\n' : '') + text)
    .join('')

function piecesIn(root: Element): HTMLElement[] {
  return [...root.querySelectorAll('[data-piece]')].filter((one) => one instanceof HTMLElement)
}

type Cut = { part: Part; from: number; to: number }

/** What of a part is within a range. */
function cutOf(part: Part, range: Range): Cut[] {
  const { node } = part
  if (!node || !range.intersectsNode(node)) return []
  const from = node === range.startContainer ? range.startOffset : 0
  const to = node === range.endContainer ? range.endOffset : part.text.length
  return from < to ? [{ part, from, to }] : []
}

/** The passage that a range of the page means; null when there are no words in it. */
export function passageIn(root: Element, range: Range): Passage | null {
  const parts = piecesIn(root).flatMap(partsOf)
  const cuts = parts.flatMap((part) => cutOf(part, range))
  const [first, last] = [cuts[0], cuts.at(-1)]
  if (!first || !last) return null
  const within = parts.slice(parts.indexOf(first.part), parts.indexOf(last.part) + 1)
  const whole = textOf(within)
  const raw = whole.slice(first.from, whole.length - (last.part.text.length - last.to))
  const quote = raw.trim()
  if (quote === '') return null
  const [before, after] = [raw.indexOf(quote), raw.length - raw.trimEnd().length]
  return {
    from: { key: first.part.key, offset: first.part.at + first.from + before },
    to: { key: last.part.key, offset: last.part.at + last.to - after },
    quote,
  }
}

/** The lines with words in a root: what one goes through by keys. */
export function linesIn(root: Element): Element[] {
  return [...new Set(piecesIn(root).flatMap((piece) => partsOf(piece).map(({ line }) => line)))]
}

function wrap(node: Text, from: number, to: number, mark: Mark): Element {
  const words = node.splitText(from)
  words.splitText(to - from)
  const element = document.createElement('mark')
  element.dataset['comment'] = mark.id
  if (mark.isActive) element.dataset['active'] = ''
  if (mark.instead !== null) element.dataset['instead'] = ''
  words.replaceWith(element)
  element.append(words)
  return element
}

/** The words that somebody would have instead, behind those that stand. */
function addInstead(after: Element, words: string): void {
  const element = document.createElement('ins')
  element.className = 'instead'
  element.textContent = words
  after.after(element)
}

/** Marks what is talked about in a piece that was just drawn; answers whether all was found. */
export function markPiece(piece: HTMLElement, marks: readonly Mark[]): boolean {
  let isWhole = true
  for (const mark of marks) {
    const place = settle(textOf(partsOf(piece)), mark)
    isWhole &&= place !== null
    if (!place) continue
    let last: Element | null = null
    for (const { node, text, at } of partsOf(piece)) {
      const [from, to] = [Math.max(place.from - at, 0), Math.min(place.to - at, text.length)]
      if (node && from < to) last = wrap(node, from, to, mark)
    }
    if (last && mark.instead) addInstead(last, mark.instead)
  }
  return isWhole
}
