/**
 * Who wrote what, read from the text itself: every piece of a Yjs text carries the client that
 * wrote it. Answers where in the editor's document each client's words stand.
 */
import { ContentString, type Item, XmlElement, type XmlFragment, XmlText } from 'yjs'

export type Piece = { client: number; from: number; to: number }

/** A block at the top of the note: where it stands and who wrote in it. */
export type Block = { from: number; to: number; clients: Set<number> }

export type Written = { pieces: Piece[]; blocks: Block[] }

/** Nodes without an inside: one place wide. */
const LEAVES = new Set(['picture', 'mention', 'horizontalRule', 'hardBreak'])

/** Walks a text in the order of the editor's places. */
class Walk {
  readonly pieces: Piece[] = []
  readonly clients = new Set<number>()

  #add(client: number, from: number, length: number): void {
    const last = this.pieces.at(-1)
    this.clients.add(client)
    if (last?.client === client && last.to === from) last.to += length
    else this.pieces.push({ client, from, to: from + length })
  }

  text(text: XmlText, at: number): number {
    let place = at
    for (let item: Item | null = text._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof ContentString)) continue
      this.#add(item.id.client, place, item.length)
      place += item.length
    }
    return place
  }

  element(element: XmlElement, at: number): number {
    const client = element._item?.id.client
    if (LEAVES.has(element.nodeName)) {
      if (client !== undefined && element.nodeName !== 'hardBreak') this.#add(client, at, 1)
      return at + 1
    }
    let place = at + 1
    for (const child of element.toArray()) {
      if (child instanceof XmlText) place = this.text(child, place)
      else if (child instanceof XmlElement) place = this.element(child, place)
    }
    return place + 1
  }
}

/** Where each client's words stand in the editor's document, and who wrote in which block. */
export function writtenIn(fragment: XmlFragment): Written {
  const pieces: Piece[] = []
  const blocks: Block[] = []
  let place = 0
  for (const child of fragment.toArray()) {
    if (!(child instanceof XmlElement)) continue
    const walk = new Walk()
    const to = walk.element(child, place)
    pieces.push(...walk.pieces)
    blocks.push({ from: place, to, clients: walk.clients })
    place = to
  }
  return { pieces, blocks }
}
