/** The tokens of markdown-it as careless parts, for `fit`. */
import type { Token } from 'markdown-it'
import { block, leave, type Left, type Part, type PartMark, run } from '../authored.ts'
import { asTask } from './tasks.ts'

export type Growing = {
  breaks: boolean
  pictureAt(address: string): string | null
  left: Left
}

const BLOCKS: Record<string, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  blockquote: 'blockquote',
  bullet_list: 'bulletList',
  ordered_list: 'orderedList',
  list_item: 'listItem',
  table: 'table',
  tr: 'tableRow',
  th: 'tableHeader',
  td: 'tableCell',
}

const MARKS: Record<string, string> = { strong: 'bold', em: 'italic', s: 'strike' }
const BREAK = /^<br\s*\/?>$/i

function opened(token: Token, type: string): Part {
  const level = Number(token.tag.slice(1))
  if (type === 'heading') return block(type, [], { level: Math.min(level, 3) })
  if (type === 'orderedList') return block(type, [], { start: Number(token.attrGet('start') ?? 1) })
  return block(type, [])
}

/** All blocks, each within the one it stands in. */
export function treeOf(tokens: readonly Token[], growing: Growing): Part[] {
  const root = block('doc', [])
  const open: Part[] = [root]
  /** Paragraphs that begin with a bracket which was escaped: words, and never a task's box. */
  const literal = new Set<Part>()
  const put = (part: Part) => open.at(-1)?.content?.push(part)
  for (const token of tokens) {
    const [, name = '', way] = /^(\w+?)_(open|close)$/.exec(token.type) ?? []
    const type = BLOCKS[name]
    if (type && way === 'open') {
      if (type === 'heading' && Number(token.tag.slice(1)) > 3) leave(growing.left, 'headings-deep')
      const part = opened(token, type)
      put(part)
      open.push(part)
    } else if (type && way === 'close') {
      const part = open.pop()
      const first = part?.content?.[0]
      if (part?.type === 'listItem' && !(first && literal.has(first))) asTask(part)
    } else if (token.type === 'inline') {
      const within = open.at(-1)
      if (within && token.content.startsWith('\\[')) literal.add(within)
      for (const part of inlineOf(token.children ?? [], growing)) put(part)
    } else if (token.type === 'fence' || token.type === 'code_block') {
      const language = token.info.trim().split(/\s/)[0] || null
      put(block('codeBlock', [run(token.content.replace(/\n$/, ''))], { language }))
    } else if (token.type === 'hr') put({ type: 'horizontalRule' })
    else if (token.type === 'html_block') put(block('paragraph', [run(token.content)]))
  }
  return root.content ?? []
}

function pictureOf(token: Token, marks: readonly PartMark[], { pictureAt, left }: Growing): Part {
  const source = token.attrGet('src') ?? ''
  const words = (token.children ?? []).map(({ content }) => content).join('')
  const file = pictureAt(source)
  if (file) return { type: 'picture', attrs: { file, alt: words } }
  leave(left, 'pictures-far')
  return run(words || source, [...marks, { type: 'link', attrs: { href: source } }])
}

function inlineOf(tokens: readonly Token[], growing: Growing): Part[] {
  const parts: Part[] = []
  let marks: PartMark[] = []
  for (const token of tokens) {
    const [, name = '', way] = /^(\w+?)_(open|close)$/.exec(token.type) ?? []
    const type = name === 'link' ? 'link' : MARKS[name]
    if (type && way === 'open') {
      const attrs = type === 'link' ? { attrs: { href: token.attrGet('href') ?? '' } } : {}
      marks = marks.concat({ type, ...attrs })
    } else if (type && way === 'close') marks = marks.filter((mark) => mark.type !== type)
    else if (token.type === 'softbreak')
      parts.push(growing.breaks ? { type: 'hardBreak' } : run(' ', marks))
    else if (token.type === 'hardbreak') parts.push({ type: 'hardBreak' })
    else if (token.type === 'code_inline') parts.push(run(token.content, [{ type: 'code' }]))
    else if (token.type === 'image') parts.push(pictureOf(token, marks, growing))
    else parts.push(...wordsOf(token.content, marks))
  }
  return parts
}

/** Text, with `<br>` in it as a break of the line. */
function wordsOf(text: string, marks: PartMark[]): Part[] {
  return text
    .split(/(<br\s*\/?>)/i)
    .filter(Boolean)
    .map((words) => (BREAK.test(words) ? { type: 'hardBreak' } : run(words, marks)))
}
