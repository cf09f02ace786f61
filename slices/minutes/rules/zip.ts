/**
 * The zip of minutes: readable without the hall, and checkable.
 * 1. The same minutes always give the same bytes: files in one order, one date, one compression.
 * 2. `minutes.json` is the sealed document, canonical; `seal.txt` names its sha-256.
 * 3. It is whole when the sha-256 of `minutes.json` is that of `seal.txt`, and that of `chat.jsonl` is
 *    the one the document names.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { canonical } from '#kernel/canonical.ts'
import { Minutes } from './document.ts'
import { sha256 } from './seal.ts'

const DAY_ONE = '1980-01-01T12:00:00'
export const SEAL_FILE = 'seal.txt'

/** Packs files, in their order. */
export function packed(files: Record<string, string>): Uint8Array {
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, strToU8(text)]),
  )
  return zipSync(bytes, { level: 6, mtime: new Date(DAY_ONE) })
}

/** What `seal.txt` says. */
export function sealText(hash: string, approved: boolean): string {
  return `${hash}  minutes.json\n${approved ? '' : 'draft: not approved, this hash will change\n'}`
}

export type Fault =
  | 'not-a-zip'
  | 'no-minutes'
  | 'no-seal'
  | 'not-minutes'
  | 'not-canonical'
  | 'hash-differs'
  | 'chat-differs'
export type ZipVerdict =
  | { whole: true; sha256: string; title: string; approved: boolean; lines: number }
  | { whole: false; fault: Fault }

const MOST_BYTES = 512 * 1024 * 1024

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        ['minutes.json', 'chat.jsonl', SEAL_FILE].includes(name) && originalSize < MOST_BYTES,
    })
  } catch {
    return null
  }
}

function readMinutes(json: string): Minutes | null {
  try {
    return Minutes.parse(JSON.parse(json))
  } catch {
    return null
  }
}

/** Recomputes every hash in a zip of minutes. */
export function verifyZip(bytes: Uint8Array): ZipVerdict {
  const no = (fault: Fault): ZipVerdict => ({ whole: false, fault })
  const files = unpacked(bytes)
  if (!files) return no('not-a-zip')
  const document = files['minutes.json']
  const sealed = files[SEAL_FILE]
  if (!document) return no('no-minutes')
  if (!sealed) return no('no-seal')
  const json = strFromU8(document)
  const hash = sha256(document)
  if (strFromU8(sealed).slice(0, 64) !== hash) return no('hash-differs')
  const minutes = readMinutes(json)
  if (!minutes) return no('not-minutes')
  if (canonical(minutes) !== json) return no('not-canonical')
  const chat = files['chat.jsonl']
  if (minutes.chat.sha256 !== null && (!chat || sha256(chat) !== minutes.chat.sha256))
    return no('chat-differs')
  const { title, approval } = minutes
  return {
    whole: true,
    sha256: hash,
    title,
    approved: approval !== null,
    lines: minutes.chat.lines,
  }
}
