/**
 * The door of files: bytes with a name, and what holds them. News on `files:<kind>:<holder>`:
 * `file.added`, `file.removed`.
 */
import type { Readable } from 'node:stream'
import type { Hall } from '#kernel/hall.ts'
import type { File } from './store/tables.ts'

export type { FileId, Holder } from './rules/keeping.ts'
export { MOST_BYTES } from './rules/quota.ts'
export { fileOf, filesOf, filesOfEach, filesOfItems, type Held } from './store/files.ts'
export { type FileHolder, fileHolders, readsFile } from './store/holders.ts'
export { filesReshaped } from './store/bequest.ts'
export { holdFile, type Holding, releaseFile } from './store/holding.ts'
export { type Given, keepBytes, keepFile, readyFile } from './store/keeping.ts'
export type { File } from './store/tables.ts'

/** The bytes of a file, as a stream; whoever asks has seen that they may be read. */
export function openFile(hall: Pick<Hall, 'bytes'>, { sha256 }: Pick<File, 'sha256'>): Readable {
  return hall.bytes.open(sha256)
}
