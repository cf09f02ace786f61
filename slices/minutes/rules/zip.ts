/**
 * The zip of minutes: readable without the hall, and checkable.
 * 1. The same minutes always give the same bytes: files in one order, one date, one compression.
 * 2. `minutes.json` is the sealed document, canonical; `seal.txt` names its sha-256.
 * 3. Handouts lie in `files/`, pictures of the notes in `pictures/`, numbered as the document lists
 *    them, up to 200 MB in all; what goes beyond is listed in the document alone. `minutes.html` and
 *    `minutes.md` show the pictures from there.
 * 4. It is whole when the sha-256 of `minutes.json` is that of `seal.txt`, and those of `chat.jsonl` and
 *    of every handout and picture in it are the ones the document names.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { canonical } from '#kernel/canonical.ts'
import { Minutes, type MinutesFile } from './document.ts'
import { sha256 } from './seal.ts'
import type { PictureAt } from './speech.ts'

const DAY_ONE = '1980-01-01T12:00:00'
export const SEAL_FILE = 'seal.txt'

const UNSAFE = /[^\p{L}\p{M}\p{N}. _()-]/gu
const UNSAFE_IN_ADDRESS = /[^\p{L}\p{M}\p{N}._-]/gu
const MOST_HANDOUTS = 200 * 1024 * 1024

type Packed = Omit<MinutesFile, 'item'>

/** The handouts and pictures that go into the zip, with their names there (law 3). */
export function handoutsIn({
  files = [],
  pictures = [],
}: Pick<Minutes, 'files' | 'pictures'>): [string, Packed][] {
  let size = 0
  const inFolder = (folder: string, unsafe: RegExp) => (file: Packed, at: number) => {
    size += file.size
    const safe = file.name.replaceAll(unsafe, '_').replace(/^\.+/, '_')
    const name = `${folder}/${String(at + 1).padStart(2, '0')}-${safe}`
    const packs: [string, Packed][] = size > MOST_HANDOUTS ? [] : [[name, file]]
    return packs
  }
  return [
    ...files.flatMap(inFolder('files', UNSAFE)),
    ...pictures.flatMap(inFolder('pictures', UNSAFE_IN_ADDRESS)),
  ]
}

/** Where each picture of the notes is, for what lies in the zip; the others where the hall has them. */
export function picturesAt(minutes: Minutes, origin: string, inZip: boolean): PictureAt {
  const packs = inZip ? handoutsIn(minutes) : []
  const names = new Map(packs.map(([name, { id }]) => [id, name]))
  return (file) => names.get(file) ?? `${origin}/files/${file}`
}

/** Packs files, in their order; bytes as they are, since most are packed already. */
export function packed(files: Record<string, string | Uint8Array>): Uint8Array {
  const bytes: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, of]) => [
      name,
      typeof of === 'string' ? strToU8(of) : [of, { level: 0 }],
    ]),
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
  | 'file-differs'
export type ZipVerdict =
  | { whole: true; sha256: string; title: string; approved: boolean; lines: number }
  | { whole: false; fault: Fault }

const PARTS = new Set(['minutes.json', 'chat.jsonl', SEAL_FILE])
const MOST_BYTES = 512 * 1024 * 1024

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        (/^(files|pictures)\//.test(name) || PARTS.has(name)) && originalSize < MOST_BYTES,
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
  const differs = handoutsIn(minutes).some(([name, { sha256: of }]) => {
    const handout = files[name]
    return !handout || sha256(handout) !== of
  })
  if (differs) return no('file-differs')
  const { title, approval } = minutes
  return {
    whole: true,
    sha256: hash,
    title,
    approved: approval !== null,
    lines: minutes.chat.lines,
  }
}
