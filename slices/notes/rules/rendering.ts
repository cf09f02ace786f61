/**
 * How a note reads: HTML from its tree, safe by construction.
 *
 * 1. Only what is named here becomes an element; whatever else a document holds is shown as the text
 *    in it, or not at all.
 * 2. All text and every attribute is escaped; a link goes to the web, to mail or into the hall, a
 *    picture is a file of the hall.
 * 3. It is the HTML that the schema itself would write (held against it by a test), with a space for
 *    the caret left out.
 * 4. When authors are asked for, each run of text stands in `<span data-by="n">`, n being the number
 *    of its author in this note.
 */
import { type Attributes, type Branch, isRun, type Mark, type Run, type Twig } from './tree.ts'

export type AuthorNumber = (client: number) => number | null

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const SAFE_LINK = /^(https?:|mailto:|\/(?!\/))/i
const FILE = /^[a-z]{2,5}_[0-9a-z]{20,40}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? '')
}

function said(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function whole(value: unknown, most: number): number | null {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number <= most
    ? number
    : null
}

/** ` name="value"` for each that has one. */
function attributes(pairs: Record<string, string | number | null>): string {
  return Object.entries(pairs)
    .map(([name, value]) =>
      value === null || value === '' ? '' : ` ${name}="${escaped(String(value))}"`,
    )
    .join('')
}

type Element = (attrs: Attributes, inner: string) => string

const MARKS: Record<string, Element> = {
  link: ({ href }, inner) =>
    SAFE_LINK.test(said(href))
      ? `<a href="${escaped(said(href))}" rel="noopener noreferrer nofollow">${inner}</a>`
      : inner,
  bold: (_, inner) => `<strong>${inner}</strong>`,
  italic: (_, inner) => `<em>${inner}</em>`,
  strike: (_, inner) => `<s>${inner}</s>`,
  code: (_, inner) => `<code>${inner}</code>`,
}
const MARK_ORDER = Object.keys(MARKS)

/** What is set for next time says so. */
function nextSaid({ next }: Attributes) {
  return { 'data-next': next === true || next === 'true' ? 'true' : null }
}

function task({ checked, owner, ownerName, day, ...rest }: Attributes, inner: string): string {
  const pairs = {
    'data-type': 'task',
    'data-checked': String(checked === true || checked === 'true'),
    'data-owner': said(owner),
    'data-owner-name': said(ownerName),
    'data-day': DAY.test(said(day)) ? said(day) : null,
    ...nextSaid(rest),
  }
  return `<li${attributes(pairs)}>${inner}</li>`
}

function picture({ file, alt, width, height }: Attributes): string {
  if (!FILE.test(said(file))) return ''
  const size = whole(width, 20_000)
  const pairs = { width: size, height: size && whole(height, 20_000) }
  const source = `data-file="${said(file)}" src="/files/${said(file)}"`
  return `<img ${source} alt="${escaped(said(alt))}"${attributes(pairs)}>`
}

function cell(tag: 'td' | 'th'): Element {
  return ({ colspan, rowspan }, inner) => {
    const spans = { colspan: whole(colspan, 100), rowspan: whole(rowspan, 1000) }
    const pairs = {
      colspan: spans.colspan === 1 ? null : spans.colspan,
      rowspan: spans.rowspan === 1 ? null : spans.rowspan,
    }
    return `<${tag}${attributes(pairs)}>${inner}</${tag}>`
  }
}

function orderedList({ start }: Attributes, inner: string): string {
  const first = whole(start, 1_000_000)
  return `<ol dir="auto"${attributes({ start: first === 1 ? null : first })}>${inner}</ol>`
}

const ELEMENTS: Record<string, Element> = {
  paragraph: (attrs, inner) => `<p${attributes(nextSaid(attrs))}>${inner}</p>`,
  heading: ({ level, item, ...rest }, inner) => {
    const tag = `h${whole(level, 3) ?? 2}`
    return `<${tag}${attributes({ 'data-item': said(item), ...nextSaid(rest) })}>${inner}</${tag}>`
  },
  blockquote: (_, inner) => `<blockquote dir="auto">${inner}</blockquote>`,
  codeBlock: ({ language }, inner) =>
    `<pre${attributes({ 'data-language': said(language) })}><code>${inner}</code></pre>`,
  horizontalRule: () => '<hr>',
  hardBreak: () => '<br>',
  bulletList: (_, inner) => `<ul dir="auto">${inner}</ul>`,
  orderedList,
  listItem: (attrs, inner) => `<li${attributes(nextSaid(attrs))}>${inner}</li>`,
  taskList: (_, inner) => `<ul dir="auto" data-type="tasks">${inner}</ul>`,
  taskItem: task,
  picture,
  mention: ({ who, name }) =>
    `<span data-mention="${escaped(said(who))}">@${escaped(said(name))}</span>`,
  table: (_, inner) => `<table dir="auto"><tbody>${inner}</tbody></table>`,
  tableRow: (_, inner) => `<tr>${inner}</tr>`,
  tableCell: cell('td'),
  tableHeader: cell('th'),
}

function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function marked(marks: readonly Mark[], inner: string): string {
  const known = marks
    .filter(({ type }) => MARK_ORDER.includes(type))
    .toSorted((a, b) => MARK_ORDER.indexOf(b.type) - MARK_ORDER.indexOf(a.type))
  return known.reduce((html, { type, attrs }) => own(MARKS, type)?.(attrs, html) ?? html, inner)
}

function renderRun({ text, marks, client }: Run, numberOf: AuthorNumber | null): string {
  const number = numberOf?.(client) ?? null
  const inner = escaped(text)
  return marked(marks, number === null ? inner : `<span data-by="${number}">${inner}</span>`)
}

function renderAll(twigs: readonly Twig[], numberOf: AuthorNumber | null): string {
  return twigs
    .map((twig) => (isRun(twig) ? renderRun(twig, numberOf) : render(twig, numberOf)))
    .join('')
}

/** The HTML of an element and all in it. */
export function render(branch: Branch, numberOf: AuthorNumber | null = null): string {
  const inner = renderAll(branch.content, numberOf)
  const element = own(ELEMENTS, branch.type)
  return element ? element(branch.attrs, inner) : inner
}

/** The plain words of an element: for search, and to count. */
export function wordsOf(twig: Twig): string {
  if (isRun(twig)) return twig.text
  if (twig.type === 'hardBreak') return '\n'
  if (twig.type === 'mention') return `@${said(twig.attrs['name'])}`
  if (twig.type === 'picture') return said(twig.attrs['alt'])
  const inline = twig.content.every((child) => isRun(child) || INLINE.has(child.type))
  return twig.content.map(wordsOf).join(inline ? '' : '\n')
}
const INLINE = new Set(['hardBreak', 'mention'])
