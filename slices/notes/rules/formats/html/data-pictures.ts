/** Pictures of a page: those that are in it come along, those elsewhere become links. */
import { leave, type Part, run } from '../authored.ts'
import type { Growing } from './grow.ts'
import type { Dom } from './read.ts'

const DATA = /^data:image\/(png|jpeg|gif|webp);base64,/i
const MOST_PICTURES = 200

/** The parts that stand for a picture; none where it can't be taken and leads nowhere. */
export function pictureIn(dom: Dom, { left, pictures }: Growing): Part[] {
  const source = dom.getAttribute?.('src') ?? ''
  const alt = dom.getAttribute?.('alt') ?? ''
  const own = dom.getAttribute?.('data-file')
  if (own && source === `/files/${own}`) return [{ type: 'picture', attrs: { file: own, alt } }]
  const [head, kind] = DATA.exec(source.slice(0, 40)) ?? []
  if (head && kind && pictures.length < MOST_PICTURES) {
    const bytes = new Uint8Array(Buffer.from(source.slice(head.length), 'base64'))
    const name = `picture-${pictures.length + 1}.${kind.toLowerCase() === 'jpeg' ? 'jpg' : kind.toLowerCase()}`
    pictures.push({ file: name, name, bytes })
    return [{ type: 'picture', attrs: { file: name, alt } }]
  }
  leave(left, head ? 'pictures' : 'pictures-far')
  if (!/^https?:/i.test(source)) return alt ? [run(alt)] : []
  return [run(alt || source, [{ type: 'link', attrs: { href: source } }])]
}
