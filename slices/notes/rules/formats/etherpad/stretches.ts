/** The blocks of a note as the lines of a pad. */
import { type AuthoredNote, leave, type Left, type Part, textOf } from '../authored.ts'
import type { Stretch } from './changeset.ts'
import type { Filling } from './pool.ts'

type Laying = {
  pool: Filling
  left: Left
  keyOf(by: number | undefined): string | null
  lines: Stretch[][]
}
type Pairs = Record<string, string | null>

const MARKS: Record<string, string> = { bold: 'bold', italic: 'italic', strike: 'strikethrough' }

/** Runs of a line; a link whose text is not its address has the address behind it. */
function inlineOf(laying: Laying, content: readonly Part[]): Stretch[][] {
  const { pool, keyOf } = laying
  const lines: Stretch[][] = [[]]
  for (const part of content) {
    if (part.type === 'hardBreak') {
      lines.push([])
      continue
    }
    const attrs: Pairs = { author: keyOf(part.by) }
    let text = textOf(part).replaceAll('\n', ' ')
    for (const { type, attrs: about } of part.marks ?? []) {
      const key = MARKS[type]
      if (key) attrs[key] = 'true'
      else if (type === 'code') leave(laying.left, 'marks')
      else {
        const href = String(about?.['href'] ?? '')
        if (![text, `mailto:${text}`].includes(href)) {
          text = `${text} (${href})`
          leave(laying.left, 'link-texts')
        }
      }
    }
    lines.at(-1)?.push({ text, attribs: pool.attribs(attrs) })
  }
  return lines
}

type Place = { list: string | null; level: number; before: string; start: number | null }

const NOWHERE: Place = { list: null, level: 0, before: '', start: null }

function lay(laying: Laying, line: readonly Stretch[], marker: Pairs | null, by?: number): void {
  const author = laying.keyOf(by) ?? (line[0] ? laying.pool.authorIn(line[0].attribs) : null)
  const first = marker
    ? [{ text: '*', attribs: laying.pool.attribs({ ...marker, author, lmkr: '1' }) }]
    : []
  laying.lines.push([...first, ...line])
}

function markerOf({ list, level, start }: Place): Pairs | null {
  if (!list) return null
  const about = { insertorder: 'first', list: `${list}${Math.min(Math.max(level, 1), 16)}` }
  return list === 'number' ? { ...about, start: String(start ?? 1) } : about
}

/** Lines of text at a place; those after the first have no marker of their own. */
function layText(laying: Laying, part: Part, place: Place): void {
  const marker = markerOf(place)
  inlineOf(laying, part.content ?? []).forEach((line, index) => {
    const before = index === 0 ? place.before : ''
    const boxed = before ? [{ text: before, attribs: line[0]?.attribs ?? '' }, ...line] : line
    lay(laying, boxed, index === 0 ? marker : null, part.content?.[0]?.by)
  })
}

function layList(laying: Laying, part: Part, place: Place): void {
  const list = part.type === 'orderedList' ? 'number' : 'bullet'
  const from = Number(part.attrs?.['start'] ?? 1)
  ;(part.content ?? []).forEach((item, index) => {
    const { checked, owner, ownerName, day, next } = item.attrs ?? {}
    if (item.type === 'taskItem') leave(laying.left, 'tasks')
    if (owner || ownerName || day || next) leave(laying.left, 'task-people')
    const before = item.type === 'taskItem' ? `[${checked ? 'x' : ' '}] ` : ''
    const start = list === 'number' ? from + index : null
    const [first, ...rest] = item.content ?? []
    const here = { list, level: place.level + 1, before, start }
    if (first) layText(laying, first, here)
    for (const inner of rest) layBlock(laying, inner, { ...NOWHERE, level: place.level + 1 })
  })
}

function layTable(laying: Laying, part: Part): void {
  leave(laying.left, 'tables')
  const bar = { text: ' | ', attribs: '' }
  for (const row of part.content ?? []) {
    const cells = (row.content ?? []).map((cell) =>
      (cell.content ?? []).flatMap((inner) =>
        inlineOf(laying, inner.content ?? []).flatMap((line) => line),
      ),
    )
    lay(
      laying,
      cells.flatMap((cell, index) => (index > 0 ? [bar, ...cell] : cell)),
      null,
    )
  }
}

function layBlock(laying: Laying, part: Part, place: Place): void {
  const { type } = part
  if (type === 'bulletList' || type === 'orderedList' || type === 'taskList')
    layList(laying, part, place)
  else if (type === 'heading') {
    if (part.attrs?.['item']) leave(laying.left, 'items')
    const heading = { heading: `h${String(part.attrs?.['level'] ?? 2)}` }
    inlineOf(laying, part.content ?? []).forEach((line) =>
      lay(laying, line, heading, part.content?.[0]?.by),
    )
  } else if (type === 'table') layTable(laying, part)
  else if (type === 'picture') {
    leave(laying.left, 'pictures')
    const words = String(part.attrs?.['alt'] ?? '') || '…'
    const author = laying.keyOf(part.by)
    lay(laying, [{ text: `[${words}]`, attribs: laying.pool.attribs({ author }) }], null)
  } else if (type === 'horizontalRule') lay(laying, [{ text: '---', attribs: '' }], null)
  else if (type === 'codeBlock') {
    for (const words of textOf(part).split('\n'))
      lay(laying, [{ text: words, attribs: '' }], null, part.content?.[0]?.by)
  } else if (type === 'paragraph') layText(laying, part, NOWHERE)
  else for (const inner of part.content ?? []) layBlock(laying, inner, place)
}

/** All lines in a row, each with its line break but the last, neighbours alike joined. */
export function stretchesOf(
  note: AuthoredNote,
  pool: Filling,
  authorKey: (place: number) => string,
): Stretch[] {
  const laying: Laying = {
    pool,
    left: note.left,
    keyOf: (by) => (by === undefined || !note.authors[by] ? null : authorKey(by)),
    lines: [],
  }
  for (const part of note.doc.content ?? []) layBlock(laying, part, NOWHERE)
  const joined: Stretch[] = []
  for (const [index, line] of laying.lines.entries()) {
    const broken = index < laying.lines.length - 1 ? [...line, { text: '\n', attribs: '' }] : line
    for (const stretch of broken) {
      const last = joined.at(-1)
      if (stretch.text === '') continue
      if (last?.attribs === stretch.attribs) last.text += stretch.text
      else joined.push({ ...stretch })
    }
  }
  return joined
}
