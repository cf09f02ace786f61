/**
 * A note as one page of HTML that stands alone: no script, no address of ours but the links in it,
 * pictures in the file, styles for paper. Who wrote a run stands on it (`data-by`) and is shown by
 * the colour of a line under it; the list of authors says whose colour is whose.
 */
import { escapeHtml } from '#kernel/text.ts'
import type { Author, AuthoredNote, Part, Picture } from '../authored.ts'
import { safeLink } from '../fit-attrs.ts'
import { sizeOf } from '../docx/sizes.ts'

type Writing = { pictures: ReadonlyMap<string, Picture>; authors: readonly Author[] }

const STYLE = `:root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 "Source Serif 4",Georgia,serif}
h1,h2,h3{line-height:1.2}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.25rem .5rem;vertical-align:top}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid #8886}pre{overflow-x:auto;background:#8882;padding:.5rem}
ul.tasks{list-style:none;padding-inline-start:0}[data-by]{text-decoration:underline solid 2px;text-underline-offset:.2em}.authors{font-size:.9rem}
@media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em;word-break:break-all}h1,h2,h3{break-after:avoid}li,tr,img,pre{break-inside:avoid}}`

const TAGS: Record<string, string> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bulletList: 'ul',
  listItem: 'li',
  tableRow: 'tr',
}
const MARKS: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', code: 'code' }

function runHtml(part: Part, { authors }: Writing): string {
  const text = escapeHtml(part.text ?? '')
  const known = part.by !== undefined && authors[part.by]
  const owned = known ? `<span data-by="${part.by}">${text}</span>` : text
  return (part.marks ?? []).toReversed().reduce((inner, { type, attrs }) => {
    const tag = MARKS[type]
    if (tag) return `<${tag}>${inner}</${tag}>`
    const href = safeLink(attrs?.['href'])
    return href ? `<a href="${escapeHtml(href)}" rel="noopener nofollow">${inner}</a>` : inner
  }, owned)
}

function pictureHtml({ attrs }: Part, { pictures }: Writing): string {
  const alt = String(attrs?.['alt'] ?? '')
  const picture = pictures.get(String(attrs?.['file']))
  const type = picture && sizeOf(picture.bytes)?.type
  const named = type ?? /\.(webp)$/i.exec(picture?.name ?? '')?.[1]
  if (!picture || !named) return `<p>[${escapeHtml(alt || '…')}]</p>`
  const data = Buffer.from(picture.bytes).toString('base64')
  const kind = named === 'jpg' ? 'jpeg' : named.toLowerCase()
  return `<p><img src="data:image/${kind};base64,${data}" alt="${escapeHtml(alt)}"></p>`
}

/** What is set for next time says so. */
function nextOf({ attrs }: Part): string {
  return attrs?.['next'] === true ? ' data-next="true"' : ''
}

function taskHtml(part: Part, inner: string): string {
  const { attrs } = part
  const { checked, ownerName, day } = attrs ?? {}
  const said = (name: string, value: unknown) =>
    value ? ` data-${name}="${escapeHtml(String(value))}"` : ''
  const about = [ownerName, day]
    .filter(Boolean)
    .map((one) => escapeHtml(String(one)))
    .join(', ')
  const data = `${said('owner-name', ownerName)}${said('day', day)}${nextOf(part)}`
  return `<li data-type="task" data-checked="${checked === true}"${data}><span aria-hidden="true">${
    checked === true ? '☑' : '☐'
  } </span>${inner}${about ? `<small>${about}</small>` : ''}</li>`
}

function blockHtml(part: Part, writing: Writing): string {
  if (part.type === 'text') return runHtml(part, writing)
  if (part.type === 'hardBreak') return '<br>'
  if (part.type === 'horizontalRule') return '<hr>'
  if (part.type === 'picture') return pictureHtml(part, writing)
  if (part.type === 'mention')
    return `<span>@${escapeHtml(String(part.attrs?.['name'] ?? ''))}</span>`
  const inner = (part.content ?? []).map((one) => blockHtml(one, writing)).join('')
  const { attrs } = part
  if (part.type === 'heading') {
    const tag = `h${Math.min(Math.max(Number(attrs?.['level']) || 2, 1), 3)}`
    return `<${tag}${nextOf(part)}>${inner}</${tag}>`
  }
  if (part.type === 'codeBlock') return `<pre><code>${inner}</code></pre>`
  if (part.type === 'orderedList')
    return `<ol start="${Number(attrs?.['start']) || 1}">${inner}</ol>`
  if (part.type === 'taskList') return `<ul class="tasks" data-type="tasks">${inner}</ul>`
  if (part.type === 'taskItem') return taskHtml(part, inner)
  if (part.type === 'table') return `<table><tbody>${inner}</tbody></table>`
  if (part.type === 'tableCell' || part.type === 'tableHeader') {
    const tag = part.type === 'tableCell' ? 'td' : 'th'
    const [cols, rows] = [Number(attrs?.['colspan']) || 1, Number(attrs?.['rowspan']) || 1]
    const spans = `${cols > 1 ? ` colspan="${cols}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
    return `<${tag}${spans}>${inner}</${tag}>`
  }
  const tag = TAGS[part.type]
  return tag ? `<${tag}${nextOf(part)}>${inner}</${tag}>` : inner
}

/** The blocks of a note as HTML, without a page around them. */
export function bodyHtml(note: AuthoredNote): string {
  const pictures = new Map(note.pictures.map((picture) => [picture.file, picture]))
  const writing = { pictures, authors: note.authors }
  return (note.doc.content ?? []).map((part) => blockHtml(part, writing)).join('\n')
}

export type Speaking = { locale: string; by: string; unknown: string; comments: string }

function commentsHtml({ comments }: AuthoredNote, { comments: head, unknown }: Speaking): string {
  if (comments.length === 0) return ''
  const listed = comments.map(({ quote, instead, by, said }) => {
    const words = said.map(
      ({ name, text }) => `<p><b>${escapeHtml(name || unknown)}</b>: ${escapeHtml(text)}</p>`,
    )
    const other =
      instead === null
        ? ''
        : `<p><b>${escapeHtml(by)}</b>: <del>${escapeHtml(quote)}</del> <ins>${escapeHtml(instead)}</ins></p>`
    return `<li><blockquote>${escapeHtml(quote)}</blockquote>${other}${words.join('')}</li>`
  })
  return `<section class="comments"><h2>${escapeHtml(head)}</h2><ol>${listed.join('')}</ol></section>`
}

/** The whole page; `by` heads the list of authors, `comments` what was said about it. */
export function writeHtml(note: AuthoredNote, speaking: Speaking): string {
  const { locale, by, unknown } = speaking
  const { title, authors } = note
  const colors = authors.flatMap(({ color }, place) =>
    color && /^#[0-9a-f]{6}$/.test(color)
      ? [`[data-by="${place}"]{text-decoration-color:${color}}`]
      : [],
  )
  const listed = authors
    .map(
      ({ name }, place) =>
        `<li><span data-by="${place}">${escapeHtml(name || unknown)}</span></li>`,
    )
    .join('')
  const footer = listed
    ? `<footer class="authors"><p>${escapeHtml(by)}</p><ul>${listed}</ul></footer>`
    : ''
  return `<!doctype html>
<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title><style>${STYLE}${colors.join('')}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>
${bodyHtml(note)}</main>${commentsHtml(note, speaking)}${footer}</body></html>
`
}
