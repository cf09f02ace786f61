/**
 * A note as a tree, read out of its Yjs document.
 *
 * 1. Yjs keeps an element of the note as an XML element of the same name, marks as the formatting of
 *    its text; every piece of both carries the number of the client that made it.
 * 2. Runs of text with the same marks are one run; when authors are asked for, only those of one
 *    client are.
 * 3. What is deleted is not in it, and nobody can tell that it was there.
 */
import * as Y from 'yjs'
import { FIELD } from './schema.ts'

export type Attributes = Record<string, unknown>
export type Mark = { type: string; attrs: Attributes }
export type Run = { type: 'text'; text: string; marks: Mark[]; client: number }
export type Branch = { type: string; attrs: Attributes; content: Twig[]; client: number }
export type Twig = Run | Branch

/** Marks that may stand twice over the same text carry a hash behind their name. */
const HASHED = /--[\w+/=]+$/

export function isRun(twig: Twig): twig is Run {
  return twig.type === 'text' && 'text' in twig
}

function* itemsOf(parent: { _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = parent._start; item; item = item.right) if (!item.deleted) yield item
}

/** The elements and texts that stand directly in an element, in their order. */
export function childrenOf(parent: Y.XmlFragment): (Y.XmlElement | Y.XmlText)[] {
  return [...itemsOf(parent)].flatMap(({ content }) => {
    if (!(content instanceof Y.ContentType)) return []
    const { type } = content
    return type instanceof Y.XmlElement || type instanceof Y.XmlText ? [type] : []
  })
}

function marksFrom(formatting: ReadonlyMap<string, unknown>): Mark[] {
  return [...formatting].map(([name, value]) => ({
    type: name.replace(HASHED, ''),
    attrs: typeof value === 'object' && value !== null ? { ...value } : {},
  }))
}

function runsOf(text: Y.XmlText, byAuthor: boolean): Run[] {
  const runs: Run[] = []
  const formatting = new Map<string, unknown>()
  let marks: Mark[] = []
  let last: Run | null = null
  for (const { content, id } of itemsOf(text)) {
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) formatting.delete(content.key)
      else formatting.set(content.key, content.value)
      marks = marksFrom(formatting)
      last = null
    } else if (content instanceof Y.ContentString) {
      if (last && (!byAuthor || last.client === id.client)) last.text += content.str
      else {
        last = { type: 'text', text: content.str, marks, client: id.client }
        runs.push(last)
      }
    }
  }
  return runs
}

/** The client that made an element; 0 for the note itself. */
function makerOf(element: Y.XmlFragment): number {
  return element._item?.id.client ?? 0
}

/** An element with all that stands in it. */
export function branchOf(element: Y.XmlElement, byAuthor = false): Branch {
  const content = childrenOf(element).flatMap((child): Twig[] =>
    child instanceof Y.XmlText ? runsOf(child, byAuthor) : [branchOf(child, byAuthor)],
  )
  return {
    type: element.nodeName,
    attrs: element.getAttributes(),
    content,
    client: makerOf(element),
  }
}

/** The note itself, in which its blocks stand. */
export function fragmentOf(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(FIELD)
}

/** The name of an element that stays while it stands in the note. */
export function keyOf(element: Y.XmlElement): string {
  const { client, clock } = element._item?.id ?? { client: 0, clock: 0 }
  return `${client.toString(36)}.${clock.toString(36)}`
}

type Json = {
  type: string
  attrs?: Attributes
  content?: Json[]
  text?: string
  marks?: { type: string; attrs?: Attributes }[]
}
export type { Json as NoteJson }

function jsonOf(twig: Twig): Json {
  if (isRun(twig)) {
    const marks = twig.marks.map(({ type, attrs }) =>
      Object.keys(attrs).length > 0 ? { type, attrs } : { type },
    )
    return { type: 'text', text: twig.text, ...(marks.length > 0 ? { marks } : {}) }
  }
  return {
    type: twig.type,
    ...(Object.keys(twig.attrs).length > 0 ? { attrs: twig.attrs } : {}),
    ...(twig.content.length > 0 ? { content: twig.content.map(jsonOf) } : {}),
  }
}

/** The note as ProseMirror JSON (of rules/schema.ts); not checked against the schema. */
export function documentOf(doc: Y.Doc): Json {
  const blocks = childrenOf(fragmentOf(doc)).flatMap((block) =>
    block instanceof Y.XmlElement ? [jsonOf(branchOf(block))] : [],
  )
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }
}
