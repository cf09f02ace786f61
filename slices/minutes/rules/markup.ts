/**
 * HTML by template: what is set in is escaped, unless it is markup itself. So a name or a chat line
 * can't become a tag, whatever it holds.
 */
import { escapeHtml } from '#kernel/text.ts'

export type Markup = { html: string }
type Part = string | number | Markup | readonly Markup[] | null

function isMarkup(part: object): part is Markup {
  return 'html' in part
}

function written(part: Part): string {
  if (part === null) return ''
  if (typeof part !== 'object') return escapeHtml(String(part))
  return isMarkup(part) ? part.html : part.map(({ html }) => html).join('')
}

/** Markup with parts set in: markup`<b>${name}</b>`. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const html = strings.reduce(
    (whole, piece, index) => whole + (index > 0 ? written(parts[index - 1] ?? null) : '') + piece,
    '',
  )
  return { html }
}

/** Markup when there is something to show. */
export function when(shown: unknown, part: () => Markup): Markup | null {
  return shown ? part() : null
}

const ADDRESS = /https?:\/\/[^\s<>"'“”]+/gi
const AFTER = /[.,;:!?)\]}]+$/

export type Piece = { text: string; address: string | null }

/** A text cut at its web addresses. Angle brackets around an address only part it from the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const balanced = found.includes('(') && found.endsWith(')')
    const address = balanced ? found : found.replace(AFTER, '')
    if (!URL.canParse(address)) continue
    const end = index + address.length
    const bracketed = text[index - 1] === '<' && text[end] === '>'
    const start = bracketed ? index - 1 : index
    if (start > done) pieces.push({ text: text.slice(done, start), address: null })
    pieces.push({ text: address, address })
    done = bracketed ? end + 1 : end
  }
  if (done < text.length) pieces.push({ text: text.slice(done), address: null })
  return pieces
}

/** A text with its web addresses as links and its line breaks kept. */
export function linked(text: string): Markup {
  const parts = piecesOf(text).map(({ text: part, address }) =>
    address === null
      ? escapeHtml(part)
      : `<a href="${escapeHtml(address)}" rel="nofollow noopener">${escapeHtml(part)}</a>`,
  )
  return { html: parts.join('') }
}
