/**
 * Bytes, kept by what they are: each under its sha-256, once, however often it comes.
 *
 * 1. What arrives is written beside what is kept, counted and hashed as it comes, and synced to the
 *    disk; only a whole arrival is kept, by a rename. What breaks off leaves nothing.
 * 2. What is kept is never changed. Whoever takes bytes away holds their hash (`holdBytes`) in the
 *    transaction that sees that nothing needs them; whoever keeps bytes holds it too.
 *
 * A folder today; a store of objects can stand behind the same five verbs.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { isErrno } from './errno.ts'
import { Refused } from './problem.ts'

const LOCK = 8050
const SHA256 = /^[0-9a-f]{64}$/

export type Arrived = AsyncDisposable & { sha256: string; size: number; path: string }
/** From a byte up to and with another, as HTTP counts. */
export type Range = { from: number; till: number }

export type Bytes = {
  /**
   * Takes a stream in, whole, without keeping it yet; disposed of, nothing remains. Refuses
   * `file-too-large` beyond `most` bytes, `no-room-for-files` when the disk takes no more.
   */
  arrive(source: AsyncIterable<Uint8Array>, most: number): Promise<Arrived>
  /** Keeps what arrived, for good: synced before this resolves. Refuses `no-room-for-files`. */
  keep(arrived: Arrived): Promise<void>
  open(sha256: string, range?: Range): Readable
  remove(sha256: string): Promise<void>
  /** What is kept, and what arrived and was left behind, untouched since a moment (in ms). */
  untouchedSince(at: number): AsyncGenerator<{ sha256: string } | { left: () => Promise<void> }>
}

/** Holds some bytes until the transaction ends, so that nobody takes them away meanwhile. */
export async function holdBytes(tx: Transaction, ...hashes: string[]): Promise<void> {
  for (const hash of hashes.toSorted())
    await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${hash}))`.execute(tx)
}

/** What the disk refuses becomes a sentence; all else stays what it is. */
function diskRefusal(cause: unknown): unknown {
  const full = isErrno(cause, 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EFBIG')
  return full ? new Refused('no-room-for-files') : cause
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function pour(source: AsyncIterable<Uint8Array>, into: FileHandle, most: number) {
  const digest = createHash('sha256')
  let size = 0
  for await (const part of source) {
    size += part.byteLength
    if (size > most) throw new Refused('file-too-large', { most })
    digest.update(part)
    await into.writeFile(part)
  }
  await into.sync()
  return { size, sha256: digest.digest('hex') }
}

/** Where the bytes of a hall lie. */
export function filesFolder({ data }: { data: string }): string {
  return join(data, 'files')
}

/** Bytes in a folder; what is on its way lies beside it. Both are made when first needed. */
export function bytesIn(folder: string): Bytes {
  const arriving = `${folder}.on-the-way`
  const pathOf = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new Error('not a sha-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    async arrive(source, most) {
      const path = join(arriving, randomUUID())
      try {
        await mkdir(arriving, { recursive: true, mode: 0o700 })
        const handle = await open(path, 'wx', 0o600)
        try {
          const { size, sha256 } = await pour(source, handle, most)
          return { size, sha256, path, [Symbol.asyncDispose]: () => rm(path, { force: true }) }
        } finally {
          await handle.close()
        }
      } catch (cause) {
        await rm(path, { force: true }).catch(() => {})
        throw diskRefusal(cause)
      }
    },
    async keep({ sha256, path }) {
      const to = pathOf(sha256)
      if (await stat(to).catch(() => null)) return
      try {
        await mkdir(dirname(to), { recursive: true, mode: 0o700 })
        await rename(path, to)
        await syncFolder(dirname(to))
        await syncFolder(folder)
      } catch (cause) {
        throw diskRefusal(cause)
      }
    },
    open: (sha256, range) =>
      createReadStream(pathOf(sha256), range ? { start: range.from, end: range.till } : {}),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *untouchedSince(at) {
      for (const left of await oldIn(arriving, at)) yield { left: () => rm(left, { force: true }) }
      for (const part of await readdir(folder).catch(() => []))
        for (const path of await oldIn(join(folder, part), at)) {
          const sha256 = path.slice(-64)
          if (SHA256.test(sha256)) yield { sha256 }
        }
    },
  }
}

async function oldIn(folder: string, at: number): Promise<string[]> {
  const paths = (await readdir(folder).catch(() => [])).map((name) => join(folder, name))
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)))
  return paths.filter((_, i) => found[i]?.isFile() && found[i].mtimeMs < at)
}

/** One range, as browsers ask for film; several, or none that fits, is none or 'unfit'. */
export function rangeIn(header: string | undefined, size: number): Range | 'unfit' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const till = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > till || from >= size ? 'unfit' : { from, till }
}
