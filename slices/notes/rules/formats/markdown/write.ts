/**
 * A note as Markdown that reads back as the same note, as far as Markdown carries it.
 *
 * 1. Text that would mean something in Markdown is escaped, also at the start of a line.
 * 2. A table has a head; where the note has none, its first row becomes it. Blocks in a cell are
 *    parted by `<br>`.
 */
import { MarkdownSerializer } from 'prosemirror-markdown'
import type { Node } from 'prosemirror-model'
import { schema } from '../../schema.ts'
import { type AuthoredNote, leave, type Left, plainDoc } from '../authored.ts'
import { aboutTask } from './tasks.ts'

const ESCAPED = /[\\`*_[\]<>&~|]/g

/** A run of text, escaped; `starts` where a line begins. */
function escaped(text: string, starts: boolean): string {
  const safe = text.replaceAll(ESCAPED, String.raw`\$&`)
  if (!starts) return safe
  return safe
    .replace(/^\s+/, '')
    .replace(/^([-+=#:])/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
}

/** Lists that follow each other take turns with their signs, else they would be one. */
function isOdd(parent: Node, index: number, kinds: readonly string[]): boolean {
  let before = 0
  while (index > before && kinds.includes(parent.child(index - before - 1).type.name)) before += 1
  return before % 2 === 1
}

type Serializers = ConstructorParameters<typeof MarkdownSerializer>[0]

const LISTS: Serializers = {
  bulletList(state, node, parent, index) {
    const sign = isOdd(parent, index, ['bulletList', 'taskList']) ? '* ' : '- '
    state.renderList(node, '  ', () => sign)
  },
  orderedList(state, node, parent, index) {
    const sign = isOdd(parent, index, ['orderedList']) ? ')' : '.'
    const start = Number(node.attrs['start'] ?? 1)
    const width = String(start + node.childCount - 1).length
    state.renderList(node, ' '.repeat(width + 2), (item) => {
      const number = String(start + item)
      return `${state.repeat(' ', width - number.length)}${number}${sign} `
    })
  },
  listItem(state, node) {
    state.renderContent(node)
  },
  taskList(state, node, parent, index) {
    const sign = isOdd(parent, index, ['bulletList', 'taskList']) ? '*' : '-'
    state.renderList(node, '  ', (item) => {
      const done = node.child(item).attrs['checked'] === true
      return `${sign} [${done ? 'x' : ' '}] `
    })
  },
  taskItem(state, node) {
    node.forEach((child, _, index) => {
      if (index > 0) return state.render(child, node, index)
      state.renderInline(child)
      state.write(aboutTask(node.attrs))
      state.closeBlock(child)
    })
  },
}

function cellText(cell: Node): string {
  const lines: string[] = []
  cell.forEach((inner) => {
    lines.push(
      inlineSerializer
        .serialize(schema.node('doc', null, schema.node('paragraph', null, inner.content)))
        .replaceAll(/\\?\n/g, '<br>'),
    )
  })
  return lines.join('<br>') || ' '
}

const BLOCKS: Serializers = {
  paragraph(state, node) {
    state.renderInline(node)
    state.closeBlock(node)
  },
  heading(state, node) {
    state.write(`${'#'.repeat(Number(node.attrs['level']))} `)
    state.renderInline(node, false)
    state.closeBlock(node)
  },
  blockquote(state, node) {
    state.wrapBlock('> ', null, node, () => state.renderContent(node))
  },
  codeBlock(state, node) {
    const longest = node.textContent.match(/`{3,}/g)?.map((one) => one.length) ?? [2]
    const fence = '`'.repeat(Math.max(...longest) + 1)
    state.write(`${fence}${String(node.attrs['language'] ?? '')}\n`)
    state.text(node.textContent, false)
    state.write('\n')
    state.write(fence)
    state.closeBlock(node)
  },
  horizontalRule(state, node) {
    state.write('---')
    state.closeBlock(node)
  },
  picture(state, node) {
    const words = String(node.attrs['alt']).replaceAll(ESCAPED, String.raw`\$&`)
    state.write(`![${words}](${encodeURI(String(node.attrs['file']))})`)
    state.closeBlock(node)
  },
  table(state, node) {
    const rows: string[][] = []
    node.forEach((row) => {
      const cells: string[] = []
      row.forEach((cell) => {
        cells.push(cellText(cell))
      })
      rows.push(cells)
    })
    const width = Math.max(...rows.map((cells) => cells.length))
    rows.forEach((cells, index) => {
      const full = [...cells, ...Array.from({ length: width - cells.length }, () => ' ')]
      state.write(`| ${full.join(' | ')} |\n`)
      if (index === 0) state.write(`|${' --- |'.repeat(width)}\n`)
    })
    state.closeBlock(node)
  },
}

const INLINE: Serializers = {
  text(state, node, parent, index) {
    const before = index > 0 ? parent.child(index - 1) : null
    const starts = before === null || before.type.name === 'hardBreak'
    const link = node.marks.find((mark) => mark.type.name === 'link')
    if (link && isBare(link.attrs['href'], parent, index)) return state.text(node.text ?? '', false)
    state.text(escaped(node.text ?? '', starts), false)
  },
  hardBreak(state, node, parent, index) {
    const last = index === parent.childCount - 1
    if (!last) state.write('\\\n')
  },
  mention(state, node) {
    state.write(`@${escaped(String(node.attrs['name']), false)}`)
  },
}

const MARKS: ConstructorParameters<typeof MarkdownSerializer>[1] = {
  bold: { open: '**', close: '**', mixable: true, expelEnclosingWhitespace: true },
  italic: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true },
  strike: { open: '~~', close: '~~', mixable: true, expelEnclosingWhitespace: true },
  link: {
    open: (_state, mark, parent, index) => (isBare(mark.attrs['href'], parent, index) ? '<' : '['),
    close: (_state, mark, parent, index) => {
      const href = String(mark.attrs['href'])
      if (isBare(href, parent, index - 1)) return '>'
      return `](${href.replaceAll(/[()\\<>\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`
    },
    mixable: false,
  },
  code: {
    open: (_state, _mark, parent, index) => ticks(parent.child(index), -1),
    close: (_state, _mark, parent, index) => ticks(parent.child(index - 1), 1),
    escape: false,
  },
}

/** Whether a link is its own address, so that angle brackets say it all. */
function isBare(href: unknown, parent: Node, index: number): boolean {
  const { text, marks } = parent.child(index)
  const own = text === href && /^https?:\/\/[^\s<>]+$/.test(String(href)) && marks.length === 1
  const next = index + 1 < parent.childCount ? parent.child(index + 1) : null
  return own && !next?.marks.some((mark) => mark.type.name === 'link')
}

function ticks(node: Node, side: -1 | 1): string {
  const longest = (node.text ?? '')
    .match(/`+/g)
    ?.reduce((most, one) => Math.max(most, one.length), 0)
  if (!longest) return '`'
  return side < 0 ? `${'`'.repeat(longest + 1)} ` : ` ${'`'.repeat(longest + 1)}`
}

const inlineSerializer = new MarkdownSerializer(
  { ...BLOCKS, ...LISTS, ...INLINE, doc: (state, node) => state.renderContent(node) },
  MARKS,
  { hardBreakNodeName: 'hardBreak' },
)

const serializer = new MarkdownSerializer({ ...BLOCKS, ...LISTS, ...INLINE }, MARKS, {
  hardBreakNodeName: 'hardBreak',
})

function countLosses(doc: Node, left: Left): void {
  doc.descendants(({ type, attrs }) => {
    if (type.name === 'heading' && attrs['item']) leave(left, 'items')
    if (type.name === 'mention' && attrs['who']) leave(left, 'mentions')
    if (type.name === 'taskItem' && attrs['owner']) leave(left, 'task-people')
    if (type.name === 'table') {
      if (doc.firstChild?.firstChild?.type.name === 'tableCell') leave(left, 'table-heads')
    }
    const { colspan, rowspan } = attrs
    if ((colspan ?? 1) !== 1 || (rowspan ?? 1) !== 1) leave(left, 'spans')
  })
}

/** The text as Markdown; pictures stand as their `file` says. */
export function writeMarkdown(note: AuthoredNote): string {
  const doc = schema.nodeFromJSON(plainDoc(note.doc))
  countLosses(doc, note.left)
  if (note.authors.length > 0) leave(note.left, 'authors', note.authors.length)
  return `${serializer.serialize(doc, { tightLists: true })}\n`
}
