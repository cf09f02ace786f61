/**
 * HTML as a note: what people wrote into it, and nothing that runs.
 *
 * 1. Scripts, styles, frames, forms and drawings are left out with all that is in them; any other
 *    element a note does not know is opened.
 * 2. Text that lies loose in the page, or in a `div`, is cut into paragraphs at its `<br>`: so does
 *    Etherpad part its lines.
 * 3. Pictures that are in the file itself (`data:`) come along, PNG, JPEG, GIF and WebP; those
 *    elsewhere become links.
 * 4. The tree is walked in a row, not by calling deeper, so no depth of tags can exhaust the stack.
 */
import { parseHTML } from 'linkedom'
import type { Refusal } from '#kernel/change.ts'
import { authored, type AuthoredNote, type Left, type Picture } from '../authored.ts'
import { fit } from '../fit.ts'
import { nameLine } from '../tidy.ts'
import { grow } from './grow.ts'

/** As much of the DOM as we read. */
export type Dom = {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<Dom>
  getAttribute?(name: string): string | null
}

export function readHtml(text: string): AuthoredNote | Refusal {
  const left: Left = {}
  const pictures: Picture[] = []
  const wrapped = /<(?:html|body)[\s>]/i.test(text) ? text : `<html><body>${text}</body></html>`
  const { document } = parseHTML(wrapped)
  const title = /<title[^>]{0,200}>([^<]{0,2000})<\/title>/i.exec(text)?.[1]
  const body: Dom | null = document.querySelector('body')
  const fitted = fit(grow(body, { left, pictures }), left)
  if ('refused' in fitted) return fitted
  return authored(fitted.doc, { left, pictures, title: nameLine(decoded(title ?? '')) ?? '' })
}

function decoded(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '')
}
