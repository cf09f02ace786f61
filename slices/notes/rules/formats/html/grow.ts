/** The tree of a page as careless parts, for `fit`. */
import {
  block,
  leave,
  type Left,
  type Part,
  type PartMark,
  type Picture,
  run,
} from '../authored.ts'
import { asTask } from '../markdown/tasks.ts'
import { linkify } from '../linkify.ts'
import { pictureIn } from './data-pictures.ts'
import type { Dom } from './read.ts'

export type Growing = { left: Left; pictures: Picture[] }

const ELEMENT = 1
const TEXT = 3

/** Left out whole. */
const NEVER = new Set(
  (
    'script style template noscript iframe frame frameset object embed applet svg math head link ' +
    'meta base title form select textarea button audio video canvas map dialog portal'
  ).split(' '),
)
const SCRIPTS = new Set(['script', 'iframe', 'object', 'embed', 'applet', 'svg', 'math'])

const BLOCKS: Record<string, string> = {
  p: 'paragraph',
  blockquote: 'blockquote',
  pre: 'codeBlock',
  ul: 'bulletList',
  ol: 'orderedList',
  li: 'listItem',
  table: 'table',
  tr: 'tableRow',
  td: 'tableCell',
  th: 'tableHeader',
}
/** Opened, but their content stands apart from what is around it. */
const APART = new Set(
  'div section article main header footer nav aside address figure figcaption dl dt dd details summary center fieldset'.split(
    ' ',
  ),
)
const MARKS: Record<string, string> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  tt: 'code',
}
const LOST = new Set(['u', 'mark', 'sub', 'sup', 'ins', 'font'])

type Open = { part: Part; marks: PartMark[]; code: boolean; loose: boolean }
type Step = { enter: Dom; open: Open } | { leave: Open; into: Part }

/** The parts of a page, in the order of its text. */
export function grow(body: Dom | null, growing: Growing): Part[] {
  const root = block('doc', [])
  if (!body) return []
  const steps: Step[] = inner(body, { part: root, marks: [], code: false, loose: true })
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) close(step.leave.part, step.into)
    else for (const next of visit(step.enter, step.open, growing)) steps.push(next)
  }
  return looseLines(root.content ?? [])
}

/** The steps into all children, last first, as a stack wants them. */
function inner(dom: Dom, open: Open): Step[] {
  return [...dom.childNodes].toReversed().map((child) => ({ enter: child, open }))
}

function put(open: Open, part: Part): void {
  open.part.content?.push(part)
}

function visit(dom: Dom, open: Open, growing: Growing): Step[] {
  if (dom.nodeType === TEXT) {
    const text = dom.textContent ?? ''
    const words = open.code ? text : text.replaceAll(/[ \t\r\n\f]+/g, ' ')
    if (words) put(open, run(words, open.marks))
    return []
  }
  if (dom.nodeType !== ELEMENT) return []
  const tag = dom.nodeName.toLowerCase()
  if (NEVER.has(tag)) {
    if (SCRIPTS.has(tag)) leave(growing.left, 'scripts')
    return []
  }
  if (tag === 'br' || tag === 'hr') {
    put(open, { type: tag === 'br' ? 'hardBreak' : 'horizontalRule' })
    return []
  }
  if (tag === 'img') {
    for (const part of pictureIn(dom, growing)) put(open, part)
    return []
  }
  return enter(dom, tag, open, growing)
}

function enter(dom: Dom, tag: string, open: Open, growing: Growing): Step[] {
  const opened = openBlock(dom, tag, growing)
  if (opened) {
    const within: Open = { ...open, part: opened, code: tag === 'pre', loose: false }
    return [{ leave: within, into: open.part }, ...inner(dom, within)]
  }
  const mark = open.code ? null : markOf(dom, tag)
  if (LOST.has(tag)) leave(growing.left, 'marks')
  const known = mark === null || open.marks.some(({ type }) => type === mark.type)
  return inner(dom, known ? open : { ...open, marks: [...open.marks, mark] })
}

function openBlock(dom: Dom, tag: string, { left }: Growing): Part | null {
  const level = /^h([1-6])$/.exec(tag)?.[1]
  if (level) {
    if (Number(level) > 3) leave(left, 'headings-deep')
    const item = dom.getAttribute?.('data-item') ?? null
    return block('heading', [], { level: Math.min(Number(level), 3), item, ...nextIn(dom) })
  }
  if (APART.has(tag)) return block('apart', [])
  const type = BLOCKS[tag]
  if (!type) return null
  if (type === 'listItem' && dom.getAttribute?.('data-type') === 'task') return taskOf(dom)
  return block(type, [], { ...numbersIn(dom, type), ...nextIn(dom) })
}

function nextIn(dom: Dom): { next?: true } {
  return dom.getAttribute?.('data-next') === 'true' ? { next: true } : {}
}

function numbersIn(dom: Dom, type: string): Record<string, unknown> {
  const number = (name: string) => Number(dom.getAttribute?.(name) ?? 1) || 1
  if (type === 'orderedList') return { start: number('start') }
  if (type !== 'tableCell' && type !== 'tableHeader') return {}
  return { colspan: number('colspan'), rowspan: number('rowspan') }
}

function taskOf(dom: Dom): Part {
  const said = (name: string) => dom.getAttribute?.(name) ?? null
  return block('taskItem', [], {
    checked: said('data-checked') === 'true',
    owner: said('data-owner'),
    ownerName: said('data-owner-name'),
    day: said('data-day'),
    next: said('data-next') === 'true',
  })
}

function markOf(dom: Dom, tag: string): PartMark | null {
  const type = MARKS[tag]
  if (type) return { type }
  const href = tag === 'a' ? dom.getAttribute?.('href') : null
  return href ? { type: 'link', attrs: { href } } : null
}

function close(part: Part, into: Part): void {
  if (part.type === 'apart') {
    into.content?.push(...looseLines(part.content ?? []))
    return
  }
  if (part.type === 'listItem') asTask(trimmed(part))
  into.content?.push(part)
}

/** The loose text at the beginning of a point as its first paragraph. */
function trimmed(item: Part): Part {
  const content = looseLines(item.content ?? [])
  item.content = content
  return item
}

const INLINE = new Set(['text', 'hardBreak', 'mention'])

/** Loose text as paragraphs, a line each; blocks stay as they are. */
function looseLines(parts: readonly Part[]): Part[] {
  const blocks: Part[] = []
  let line: Part[] = []
  const end = () => {
    const words = linkify(withoutEdges(line))
    if (words.length > 0) blocks.push(block('paragraph', words))
    line = []
  }
  for (const part of parts) {
    if (part.type === 'hardBreak') end()
    else if (INLINE.has(part.type)) line.push(part)
    else {
      end()
      blocks.push(part)
    }
  }
  end()
  return blocks
}

function withoutEdges(line: readonly Part[]): Part[] {
  const parts = line.map((part) => ({ ...part }))
  const [first] = parts
  if (first?.text) first.text = first.text.trimStart()
  const last = parts.at(-1)
  if (last?.text) last.text = last.text.trimEnd()
  return parts.filter(({ type, text }) => type !== 'text' || text)
}
