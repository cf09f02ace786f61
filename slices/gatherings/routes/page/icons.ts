/** Pictures beside words (lucide, ISC). */
import { raw } from 'hono/html'
import type { Html } from '#kernel/page.ts'

const ICONS = {
  plus: '<path d="M16 18h6M16 2v3M19 15v6M21 11.5V5a2 2 0 00-2-2H5a2 2 0 00-2 2v14a2 2 0 002 2h8.3M3 9h18M8 2v3"/>',
  check: '<path d="M20 6 9 17l-5-5"/>',
  door: '<path d="M10 21H2M10 3H7a2 2 0 00-2 2v16M14 12h.01M19 21V5a2 2 0 00-1.675-1.974l-6.163-1.013A1 1 0 0010 3v18a1 1 0 001.124.992zM22 21h-3"/>',
  feed: '<path d="M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16"/><circle cx="5" cy="19" r="1"/>',
} as const

/** A picture beside words (lucide, ISC). */
export function icon(name: keyof typeof ICONS, small = false): Html {
  const size = small ? 'icon small' : 'icon'
  return raw(`<svg class="${size}" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`)
}
