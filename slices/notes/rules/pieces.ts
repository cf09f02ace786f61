/**
 * A note in pieces, for those who read it while others write.
 *
 * 1. Each block of the note is a piece; of a list, each of its entries is one, because a note that
 *    people write together is often one long list.
 * 2. A piece keeps its key while it stands in the note, wherever it moves.
 */
import * as Y from 'yjs'
import type { InList, Piece } from './news.ts'
import { render, wordsOf } from './rendering.ts'
import { branchOf, childrenOf, fragmentOf, keyOf } from './tree.ts'

const LISTS = new Map<string, InList['kind']>([
  ['bulletList', 'bullet'],
  ['orderedList', 'ordered'],
  ['taskList', 'tasks'],
])

export type Rendering = (element: Y.XmlElement) => string

export const plainly: Rendering = (element) => render(branchOf(element))

function inListOf(element: Y.XmlElement): InList | null {
  const kind = LISTS.get(element.nodeName)
  if (!kind) return null
  const start = Number(element.getAttributes()['start'] ?? 1)
  return { key: keyOf(element), kind, start: Number.isInteger(start) && start > 0 ? start : 1 }
}

/** The note in pieces; `html` may remember what it rendered before. */
export function piecesOf(doc: Y.Doc, html: Rendering = plainly): Piece[] {
  return elementsIn(fragmentOf(doc)).flatMap((block): Piece[] => {
    const list = inListOf(block)
    if (!list) return [{ key: keyOf(block), html: html(block) }]
    return elementsIn(block).map((entry) => ({ key: keyOf(entry), html: html(entry), list }))
  })
}

function elementsIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return childrenOf(parent).filter((child) => child instanceof Y.XmlElement)
}

/** The plain text of the note, a line a block. */
export function textOf(doc: Y.Doc): string {
  return elementsIn(fragmentOf(doc))
    .map((block) => wordsOf(branchOf(block)))
    .join('\n')
}

function opening({ kind, start }: InList): string {
  if (kind === 'tasks') return '<ul dir="auto" data-type="tasks">'
  if (kind === 'bullet') return '<ul dir="auto">'
  return start === 1 ? '<ol dir="auto">' : `<ol dir="auto" start="${start}">`
}

/** The pieces as one page of HTML. */
export function htmlOf(pieces: readonly Piece[]): string {
  const closing = (list: InList) => (list.kind === 'ordered' ? '</ol>' : '</ul>')
  return pieces
    .map(({ html, list }, at) => {
      const before = pieces[at - 1]?.list
      const after = pieces[at + 1]?.list
      const opens = list && before?.key !== list.key ? opening(list) : ''
      const closes = list && after?.key !== list.key ? closing(list) : ''
      return opens + html + closes
    })
    .join('')
}
