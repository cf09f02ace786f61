/**
 * A docx is a zip. It is opened by us first, and only what we looked at goes on.
 *
 * 1. At most 2,000 files and 100 MB unpacked, as the zip says and as it turns out; more is refused,
 *    so that a small file can't become a huge one.
 * 2. Only the parts of a document, its styles, lists and pictures go on, packed anew without
 *    compression: whatever reads them next has nothing left to unpack.
 */
import { unzipSync, zipSync } from 'fflate'
import { refuse, type Refusal } from '#kernel/change.ts'

export const MOST_UNPACKED = 100 * 1024 * 1024
const MOST_FILES = 2000

export type Unpacked = Record<string, Uint8Array>

/** The files of a zip; refuses `zip-too-large` and `zip-unreadable`. */
export function unpack(bytes: Uint8Array): Unpacked | Refusal {
  let size = 0
  let count = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize, name }) => {
        count += 1
        size += originalSize
        return size <= MOST_UNPACKED && count <= MOST_FILES && !name.endsWith('/')
      },
    })
    if (size > MOST_UNPACKED || count > MOST_FILES)
      return refuse('zip-too-large', { megabytes: 100 })
    return files
  } catch {
    return refuse('zip-unreadable')
  }
}

export function isUnpacked(unpacked: Unpacked | Refusal): unpacked is Unpacked {
  return !(typeof unpacked['refused'] === 'string')
}

const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/(?!embeddings|vba|activeX))/

/** The same document, without what a note has no use for. */
export function repacked(files: Unpacked): Uint8Array {
  const wanted = Object.entries(files).filter(([name]) => WANTED.test(name))
  return zipSync(Object.fromEntries(wanted), { level: 0 })
}
