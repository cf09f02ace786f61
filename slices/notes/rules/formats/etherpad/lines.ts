/**
 * The lines of a pad as blocks of a note.
 *
 * 1. A line is a paragraph; an empty line parts them and vanishes.
 * 2. A line whose first character carries attributes of the line (`lmkr`) is a point of a list, a task
 *    or a heading; that character is no text. Levels 1 to 16 nest.
 * 3. Bold, italic and struck text stays; underlining has no place in a note. Web addresses become
 *    links.
 */
import { linkify } from '../linkify.ts'
import { block, leave, type Left, paragraph, type Part, type PartMark, run } from '../authored.ts'
import { numbersOf, type Pool, type Stretch } from './changeset.ts'

type Line = { runs: Array<{ text: string; attrs: Map<string, string> }> }

function linesOf(text: readonly Stretch[], pool: Pool): Line[] {
  const lines: Line[] = [{ runs: [] }]
  const known = new Map<string, Map<string, string>>()
  for (const stretch of text) {
    const attrs = known.get(stretch.attribs) ?? attributesOf(stretch.attribs, pool)
    known.set(stretch.attribs, attrs)
    for (const [index, part] of stretch.text.split('\n').entries()) {
      if (index > 0) lines.push({ runs: [] })
      if (part !== '') lines.at(-1)?.runs.push({ text: part, attrs })
    }
  }
  return lines
}

function attributesOf(attribs: string, pool: Pool): Map<string, string> {
  return new Map(
    numbersOf(attribs).flatMap((number) => {
      const attribute = pool.get(number)
      return attribute ? [attribute] : []
    }),
  )
}

const MARKS: Record<string, string> = {
  bold: 'bold',
  italic: 'italic',
  strikethrough: 'strike',
  code: 'code',
}

export type Reading = { pool: Pool; authors: ReadonlyMap<string, number>; left: Left }

function inlineOf({ runs }: Line, { authors, left }: Reading): Part[] {
  return linkify(
    runs.map(({ text, attrs }) => {
      if (attrs.has('underline')) leave(left, 'marks')
      if (attrs.has('img')) leave(left, 'pictures')
      const marks: PartMark[] = Object.entries(MARKS).flatMap(([key, type]) =>
        attrs.get(key) === 'true' ? [{ type }] : [],
      )
      const url = attrs.get('url')
      if (url) marks.push({ type: 'link', attrs: { href: url } })
      return run(text, marks, authors.get(attrs.get('author') ?? ''))
    }),
  )
}

/** What the marker at the start of a line says; null where there is none. */
function markerOf(line: Line): Map<string, string> | null {
  const first = line.runs[0]
  if (!first || !first.text.startsWith('*')) return null
  const { attrs } = first
  return attrs.has('lmkr') || attrs.has('list') || attrs.has('heading') ? attrs : null
}

function withoutMarker({ runs }: Line): Line {
  const [first, ...rest] = runs
  if (!first) return { runs }
  return { runs: [{ ...first, text: first.text.slice(1) }, ...rest].filter(({ text }) => text) }
}

type Point = { level: number; list: string; item: Part; start: number }

const CHECK = /^\[([ xX])\] ?/

/** A point of a list; one that begins with `[ ]` or that a plugin marks as a task is a task. */
function pointOf(line: Line, marker: Map<string, string>, reading: Reading): Point {
  const [, kind = 'bullet', level = '1'] = /^([a-z-]+?)(\d+)$/.exec(marker.get('list') ?? '') ?? []
  if (kind === 'indent') leave(reading.left, 'indents')
  const inline = inlineOf(withoutMarker(line), reading)
  const [first, ...rest] = inline
  const box = first?.type === 'text' ? CHECK.exec(first.text ?? '') : null
  const done = box ? box[1] !== ' ' : marker.has('tasklist-done')
  const task = box !== null || done || marker.has('tasklist-not-done')
  const words =
    box && first ? [{ ...first, text: (first.text ?? '').slice(box[0].length) }, ...rest] : inline
  const content = [paragraph(words.filter(({ type, text }) => type !== 'text' || text))]
  return {
    level: Math.min(Math.max(Number(level) || 1, 1), 16),
    list: kind === 'number' ? 'orderedList' : 'bulletList',
    item: task ? block('taskItem', content, { checked: done }) : block('listItem', content),
    start: Number(marker.get('start')) || 1,
  }
}

/** Points in a row as lists in each other. */
function listsOf(points: readonly Point[]): Part[] {
  const lists: Part[] = []
  const open: Array<{ level: number; list: Part }> = []
  for (const { level, list, item, start } of points) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (last?.level === level && last.list.type === list) {
      last.list.content?.push(item)
      continue
    }
    if (last?.level === level) open.pop()
    const made = block(list, [item], list === 'orderedList' ? { start } : undefined)
    const outer = open.at(-1)?.list.content?.at(-1)
    if (outer) outer.content?.push(made)
    else lists.push(made)
    open.push({ level, list: made })
  }
  return lists
}

/** The text of a pad as careless blocks, for `fit`. */
export function blocksOf(text: readonly Stretch[], reading: Reading): Part[] {
  const blocks: Part[] = []
  let points: Point[] = []
  const close = () => {
    blocks.push(...listsOf(points))
    points = []
  }
  for (const line of linesOf(text, reading.pool)) {
    const marker = markerOf(line)
    if (marker?.has('list') || marker?.has('tasklist-done') || marker?.has('tasklist-not-done')) {
      points.push(pointOf(line, marker, reading))
      continue
    }
    close()
    const inline = inlineOf(marker ? withoutMarker(line) : line, reading)
    const heading = /^h([1-6])$/.exec(marker?.get('heading') ?? '')?.[1]
    if (heading) {
      if (Number(heading) > 3) leave(reading.left, 'headings-deep')
      blocks.push(block('heading', inline, { level: Math.min(Number(heading), 3) }))
    } else if (inline.length > 0) blocks.push(paragraph(inline))
  }
  close()
  return blocks
}
