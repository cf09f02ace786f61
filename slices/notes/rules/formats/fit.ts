/**
 * Making what a reader found fit the schema of notes. Readers may be careless: this is the one place
 * that decides what a note can hold.
 *
 * 1. What a note has no place for is opened and its text kept; an empty table is left out.
 * 2. Text outside of a block becomes a paragraph; a picture inside one parts it.
 * 3. An entry that holds nothing but a list of one entry is that entry ("- * so" is one point).
 * 4. A link leads to the web, to a mail address or into the hall; any other is plain text.
 * 5. More than 40 blocks in each other become one row; more than 5 MB of text or 200,000 parts are
 *    refused.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { schema } from '../schema.ts'
import { fitAttrs, fitMarks } from './fit-attrs.ts'
import { isInline, leave, type Left, paragraph, type Part, plainDoc } from './authored.ts'

export const MOST_CHARACTERS = 5 * 1024 * 1024
export const MOST_PARTS = 200_000
const DEEPEST = 40

type Fitting = { left: Left; parts: number; characters: number }

const LEAVES = new Set(['horizontalRule', 'picture'])
const HOLDS_BLOCKS = new Set(['blockquote', 'listItem', 'taskItem', 'tableCell', 'tableHeader'])
const LISTS = new Set(['bulletList', 'orderedList', 'taskList'])
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

export const tooLarge = refuse('too-large-a-note', { megabytes: 5 })

export type Fit = { doc: Part; left: Left }

/** The text as a note can hold it; `too-large-a-note` when it can't. */
export function fit(found: readonly Part[], left: Left = {}): Fit | Refusal {
  const fitting: Fitting = { left, parts: 0, characters: 0 }
  const content = fitBlocks(fitting, found, 1)
  if (fitting.parts > MOST_PARTS || fitting.characters > MOST_CHARACTERS) return tooLarge
  const doc = { type: 'doc', content: content.length > 0 ? content : [paragraph([])] }
  schema.nodeFromJSON(plainDoc(doc)).check()
  return { doc, left }
}

/** Blocks for a place that holds blocks; loose text is gathered into paragraphs. */
function fitBlocks(fitting: Fitting, found: readonly Part[], depth: number): Part[] {
  const blocks: Part[] = []
  let loose: Part[] = []
  const close = () => {
    if (loose.some(({ type, text }) => type !== 'text' || text?.trim()))
      blocks.push(...fitText(fitting, { type: 'paragraph', content: loose }, depth))
    loose = []
  }
  for (const part of found) {
    if (isInline(part)) loose.push(part)
    else {
      close()
      for (const one of fitBlock(fitting, part, depth)) blocks.push(one)
    }
  }
  close()
  return blocks
}

function fitBlock(fitting: Fitting, part: Part, depth: number): Part[] {
  fitting.parts += 1
  if (fitting.parts > MOST_PARTS) return []
  const { type } = part
  if (depth > DEEPEST) {
    leave(fitting.left, 'too-deep')
    return flat(fitting, part)
  }
  if (type === 'paragraph' || type === 'heading') return fitText(fitting, part, depth)
  if (type === 'codeBlock') return [fitCode(fitting, part)]
  if (LEAVES.has(type)) return fitLeaf(part)
  if (LISTS.has(type)) return fitList(fitting, part, depth)
  if (type === 'table') return fitTable(fitting, part, depth)
  const content = fitBlocks(fitting, part.content ?? [], depth + 1)
  if (type !== 'blockquote') return content
  return content.length > 0 ? [{ type, content }] : []
}

function fitLeaf({ type, attrs, by }: Part): Part[] {
  const fitted = fitAttrs(type, attrs)
  if (!fitted) return []
  const known = by === undefined ? {} : { by }
  return [type === 'picture' ? { type, attrs: fitted, ...known } : { type, ...known }]
}

/** Everything below as paragraphs, without going deeper in our own steps. */
function flat(fitting: Fitting, part: Part): Part[] {
  const blocks: Part[] = []
  let line: Part[] = []
  const close = () => {
    const content = fitInline(fitting, line)
    if (content.length > 0) blocks.push(paragraph(content))
    line = []
  }
  const open: Part[] = [part]
  for (let next = open.pop(); next; next = open.pop()) {
    if (isInline(next)) line.push(next)
    else close()
    for (const inner of (next.content ?? []).toReversed()) open.push(inner)
  }
  close()
  return blocks
}

/** That it is set for next time, where it is. */
function nextIn({ attrs }: Part): { next?: true } {
  return attrs?.['next'] === true || attrs?.['next'] === 'true' ? { next: true } : {}
}

/** A paragraph or heading; blocks that stood in it come after what was before them. */
function fitText(fitting: Fitting, part: Part, depth: number): Part[] {
  const attrs = fitAttrs(part.type, part.attrs)
  const about = { ...(part.type === 'heading' ? attrs : {}), ...nextIn(part) }
  const shell = { type: part.type, ...(Object.keys(about).length > 0 ? { attrs: about } : {}) }
  const content = part.content ?? []
  if (content.every(isInline)) {
    const inline = fitInline(fitting, content)
    return [inline.length > 0 ? { ...shell, content: inline } : shell]
  }
  const blocks: Part[] = []
  let line: Part[] = []
  const close = () => {
    const inline = fitInline(fitting, line)
    if (inline.length > 0) blocks.push({ ...shell, content: inline })
    line = []
  }
  for (const inner of content) {
    if (isInline(inner)) line.push(inner)
    else {
      close()
      blocks.push(...fitBlock(fitting, inner, depth + 1))
    }
  }
  close()
  return blocks
}

/** Runs of text: no controls, marks the schema knows, neighbours alike joined. */
function fitInline(fitting: Fitting, found: readonly Part[]): Part[] {
  const inline: Part[] = []
  for (const part of found) {
    fitting.parts += 1
    if (fitting.parts > MOST_PARTS || fitting.characters > MOST_CHARACTERS) return inline
    const known = part.by === undefined ? {} : { by: part.by }
    const fitted = fitMarks(part.marks, fitting.left)
    const marks = fitted.length > 0 ? { marks: fitted } : {}
    if (part.type === 'hardBreak') inline.push({ type: 'hardBreak', ...marks, ...known })
    else if (part.type === 'mention') {
      const attrs = fitAttrs('mention', part.attrs)
      if (attrs) inline.push({ type: 'mention', attrs, ...marks, ...known })
    } else {
      const text = (part.text ?? '')
        .replaceAll(CONTROL, '')
        .replaceAll(/[\n\t]+/g, ' ')
        .toWellFormed()
      fitting.characters += text.length
      if (text) join(inline, { type: 'text', text, ...marks, ...known })
    }
  }
  return inline
}

function join(inline: Part[], next: Part): void {
  const last = inline.at(-1)
  const alike =
    last?.type === 'text' &&
    last.by === next.by &&
    JSON.stringify(last.marks) === JSON.stringify(next.marks)
  if (alike) last.text = `${last.text ?? ''}${next.text ?? ''}`
  else inline.push(next)
}

function fitCode(fitting: Fitting, part: Part): Part {
  const content: Part[] = []
  for (const { type, text, by } of part.content ?? []) {
    const words = (type === 'hardBreak' ? '\n' : (text ?? ''))
      .replaceAll(CONTROL, '')
      .toWellFormed()
    fitting.characters += words.length
    if (words) join(content, { type: 'text', text: words, ...(by === undefined ? {} : { by }) })
  }
  const attrs = fitAttrs('codeBlock', part.attrs) ?? {}
  return { type: 'codeBlock', attrs, ...(content.length > 0 ? { content } : {}) }
}

/** A list: tasks apart from points; what is no point becomes one, or goes on with the one before. */
function fitList(fitting: Fitting, part: Part, depth: number): Part[] {
  const lists: Part[] = []
  const plain = part.type === 'orderedList' ? 'orderedList' : 'bulletList'
  for (const inner of part.content ?? []) {
    const task = inner.type === 'taskItem'
    const item = inner.type === 'listItem' || task
    const type = task ? 'taskList' : plain
    const last = lists.at(-1)
    const before = last?.content?.at(-1)
    if (!item && LISTS.has(inner.type) && before) {
      before.content = [...(before.content ?? []), ...fitBlock(fitting, inner, depth + 2)]
      continue
    }
    const content = fitBlocks(fitting, item ? (inner.content ?? []) : [inner], depth + 2)
    if (!item && content.length === 0) continue
    const fitted = fitItem(inner, task, content)
    if (last?.type === type) last.content?.push(fitted)
    else {
      const attrs = type === 'orderedList' ? fitAttrs('orderedList', part.attrs) : null
      lists.push({ type, ...(attrs ? { attrs } : {}), content: [fitted] })
    }
  }
  return lists
}

function fitItem(item: Part, task: boolean, content: Part[]): Part {
  const [first] = content
  const within = content.length === 1 && first?.type === 'bulletList' ? first.content : null
  const [only] = within ?? []
  if (!task && only && within?.length === 1) return only
  const about = task ? (fitAttrs('taskItem', item.attrs) ?? {}) : nextIn(item)
  return {
    type: task ? 'taskItem' : 'listItem',
    ...(task || 'next' in about ? { attrs: about } : {}),
    content: first?.type === 'paragraph' ? content : [paragraph([]), ...content],
  }
}

function fitTable(fitting: Fitting, part: Part, depth: number): Part[] {
  const rows = (part.content ?? []).filter(({ type }) => type === 'tableRow')
  const content = rows.flatMap((row) => {
    const cells = (row.content ?? []).filter(({ type }) => HOLDS_BLOCKS.has(type))
    if (cells.length === 0) return []
    return [{ type: 'tableRow', content: cells.map((cell) => fitCell(fitting, cell, depth)) }]
  })
  return content.length > 0 ? [{ type: 'table', content }] : []
}

function fitCell(fitting: Fitting, cell: Part, depth: number): Part {
  fitting.parts += 1
  const content = fitBlocks(fitting, cell.content ?? [], depth + 3)
  return {
    type: cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    attrs: fitAttrs('tableCell', cell.attrs) ?? {},
    content: content.length > 0 ? content : [paragraph([])],
  }
}
