/** Web addresses in text as links. */
import { LinkifyIt } from 'linkify-it'
import type { Part } from './authored.ts'

const finder = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false })
finder.add('ftp:', null).add('//', null)

/** Runs of one line, cut where web addresses begin and end; an address may run over several. */
export function linkify(runs: readonly Part[]): Part[] {
  const whole = runs.map(({ text }) => text ?? '\u{fffc}').join('')
  const found = (finder.match(whole) ?? []).map(({ index, lastIndex, url }) => ({
    from: index,
    till: lastIndex,
    href: url,
  }))
  let at = 0
  return runs.flatMap((part) => {
    const from = at
    at += part.text?.length ?? 1
    const linked = part.marks?.some(({ type }) => type === 'link' || type === 'code')
    if (part.type !== 'text' || linked) return [part]
    return cut(part, from, found)
  })
}

type Found = { from: number; till: number; href: string }

function cut(part: Part, from: number, found: readonly Found[]): Part[] {
  const text = part.text ?? ''
  const till = from + text.length
  const parts: Part[] = []
  let done = from
  for (const link of found) {
    if (link.till <= done || link.from >= till) continue
    const start = Math.max(link.from, done)
    const end = Math.min(link.till, till)
    if (start > done) parts.push({ ...part, text: text.slice(done - from, start - from) })
    const marks = [{ type: 'link', attrs: { href: link.href } }, ...(part.marks ?? [])]
    parts.push({ ...part, text: text.slice(start - from, end - from), marks })
    done = end
  }
  if (done < till) parts.push({ ...part, text: text.slice(done - from) })
  return parts
}
