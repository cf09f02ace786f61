/**
 * Writing blocks into a note as their authors: each run of text under a client of who wrote it, the
 * structure under that of who brings it in.
 *
 * 1. Nobody gets text that is not theirs: a run without a known author belongs to who brings it in.
 * 2. Each client's pieces make one update; all of them together make the text.
 */
import * as Y from 'yjs'
import type { Part } from './formats/authored.ts'
import { schema } from './schema.ts'
import { fragmentOf } from './tree.ts'

export type ClientOf = (by: number | undefined) => number

function formatOf({ marks = [] }: Part): Record<string, object> {
  return Object.fromEntries(
    marks.flatMap(({ type, attrs }) => (schema.marks[type] ? [[type, attrs ?? {}]] : [])),
  )
}

/** Writes as a client, within one step. */
function as(doc: Y.Doc, client: number, write: () => void): void {
  doc.clientID = client
  doc.transact(write)
}

function setAttributes(element: Y.XmlElement, { type, attrs = {} }: Part): void {
  const known = schema.nodes[type]?.spec.attrs ?? {}
  for (const [name, value] of Object.entries(attrs)) {
    // Yjs types attributes as text; the editor keeps numbers and yes or no as they are.
    if (['string', 'number', 'boolean'].includes(typeof value) && Object.hasOwn(known, name))
      Reflect.apply(element.setAttribute, element, [name, value])
  }
}

function plantRuns(doc: Y.Doc, text: Y.XmlText, runs: readonly Part[], clientOf: ClientOf): void {
  for (const run of runs)
    as(doc, clientOf(run.by), () => text.insert(text.length, run.text ?? '', formatOf(run)))
}

function plantInto(
  doc: Y.Doc,
  parent: Y.XmlElement,
  parts: readonly Part[],
  clientOf: ClientOf,
): void {
  let runs: Part[] = []
  const close = () => {
    const [first] = runs
    if (!first) return
    const text = new Y.XmlText()
    as(doc, clientOf(first.by), () => parent.insert(parent.length, [text]))
    plantRuns(doc, text, runs, clientOf)
    runs = []
  }
  for (const part of parts) {
    if (part.type === 'text') runs.push(part)
    else {
      close()
      plantOne(doc, parent, parent.length, part, clientOf)
    }
  }
  close()
}

function plantOne(
  doc: Y.Doc,
  parent: Y.XmlFragment,
  at: number,
  part: Part,
  clientOf: ClientOf,
): void {
  if (!schema.nodes[part.type]) return
  const element = new Y.XmlElement(part.type)
  as(doc, clientOf(part.by), () => {
    setAttributes(element, part)
    parent.insert(at, [element])
  })
  plantInto(doc, element, part.content ?? [], clientOf)
}

/** Writes blocks at a place of the note, counted in blocks. */
export function plant(doc: Y.Doc, at: number, parts: readonly Part[], clientOf: ClientOf): void {
  parts.forEach((part, place) => plantOne(doc, fragmentOf(doc), at + place, part, clientOf))
}

/** What these clients wrote since, an update each; `before` is how far everybody was. */
export function updatesBy(
  doc: Y.Doc,
  clients: readonly number[],
  before: ReadonlyMap<number, number> = new Map(),
): Array<{ client: number; update: Uint8Array }> {
  const now = Y.decodeStateVector(Y.encodeStateVector(doc))
  return clients.flatMap((client) => {
    if (!now.has(client)) return []
    const known = new Map(now)
    known.set(client, before.get(client) ?? 0)
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
    return [{ client, update }]
  })
}
