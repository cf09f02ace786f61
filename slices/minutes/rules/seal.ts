/** What makes minutes a thing that can be checked: canonical bytes and their sha-256. */
import { createHash } from 'node:crypto'
import { canonical } from '#kernel/canonical.ts'
import type { ChatLine, Minutes } from './document.ts'

/** sha-256 of a text in UTF-8, in hex. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The chat as JSON lines, each canonical: the bytes that `chat.sha256` is the hash of. */
export function jsonLines(chat: readonly ChatLine[]): string {
  return chat.map((line) => `${canonical(line)}\n`).join('')
}

/** The minutes with the hash of their chat. */
export function withChat(minutes: Minutes, chat: readonly ChatLine[]): Minutes {
  return { ...minutes, chat: { lines: chat.length, sha256: sha256(jsonLines(chat)) } }
}

export type Sealed = { json: string; sha256: string }

/** The bytes of `minutes.json` and their hash. */
export function seal(minutes: Minutes): Sealed {
  const json = canonical(minutes)
  return { json, sha256: sha256(json) }
}
