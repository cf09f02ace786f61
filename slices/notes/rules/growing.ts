/**
 * Making blocks of a note out of plain data, as the editor itself would: marks become the
 * formatting of a text, everything else an element. What the schema does not know is left out.
 */
import * as Y from 'yjs'
import { schema } from './schema.ts'
import { fragmentOf, type NoteJson } from './tree.ts'

function formatOf({ marks = [] }: NoteJson): Record<string, object> {
  return Object.fromEntries(
    marks.flatMap(({ type, attrs }) => (schema.marks[type] ? [[type, attrs ?? {}]] : [])),
  )
}

/** Runs of text that stand beside each other are one text. */
function textOf(runs: readonly NoteJson[]): Y.XmlText {
  const text = new Y.XmlText()
  const delta = runs.flatMap((run) =>
    run.text ? [{ insert: run.text, attributes: formatOf(run) }] : [],
  )
  text.applyDelta(delta)
  return text
}

function childrenFrom(content: readonly NoteJson[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = []
  let runs: NoteJson[] = []
  const close = () => {
    if (runs.length > 0) children.push(textOf(runs))
    runs = []
  }
  for (const child of content) {
    if (child.type === 'text') runs.push(child)
    else {
      close()
      children.push(...grow(child))
    }
  }
  close()
  return children
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

/** One element with all that stands in it, in a list; none for what the schema does not know. */
export function grow({ type, attrs = {}, content = [] }: NoteJson): Y.XmlElement[] {
  const known = schema.nodes[type]?.spec
  if (!known || type === 'doc' || type === 'text') return []
  const element = new Y.XmlElement(type)
  for (const [name, value] of Object.entries(attrs)) {
    if (isPlain(value) && known.attrs && Object.hasOwn(known.attrs, name))
      setAttribute(element, name, value)
  }
  element.insert(0, childrenFrom(content))
  return [element]
}

/** Yjs types attributes as text; the editor keeps numbers and yes or no as they are. */
function setAttribute(
  element: { setAttribute(name: string, value: never): void },
  name: string,
  value: string | number | boolean,
): void {
  Reflect.apply(element.setAttribute, element, [name, value])
}

/** Sets blocks at the beginning or at the end of a note. */
export function growInto(doc: Y.Doc, blocks: readonly NoteJson[], where: 'start' | 'end'): void {
  if (blocks.length === 0) return
  const fragment = fragmentOf(doc)
  doc.transact(() => fragment.insert(where === 'start' ? 0 : fragment.length, blocks.flatMap(grow)))
}
