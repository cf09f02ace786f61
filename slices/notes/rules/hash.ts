/**
 * Whether two copies of a note are the same: a short hash of the text they hold, compared when both
 * have seen the same updates. It finds mistakes, not cheats, so 53 bits are enough (cyrb53 by
 * bryc, public domain), and it runs where a page has no `crypto.subtle`.
 */
import type { Doc } from 'yjs'
import type { Piece } from './news.ts'
import { fragmentOf } from './tree.ts'

/** 53 bits of a text, as a number in base 36. */
export function shortHash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}

/** The hash of a note's whole content, the same wherever the same updates were seen. */
export function hashOf(doc: Doc): string {
  return shortHash(fragmentOf(doc).toString())
}

/** The hash of a note as it reads. */
export function stampOf(pieces: readonly Piece[]): string {
  return shortHash(
    pieces.map(({ key, html, list }) => `${key}${html}${list?.key ?? ''}`).join('\n'),
  )
}
