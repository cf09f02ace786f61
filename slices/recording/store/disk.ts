/** The files of recordings on the disk: their length, what was cut, and those nobody needs any more. */
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { msBetween, SECOND } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { secondsIn, silenced } from '../rules/ogg.ts'
import type { Part } from '../rules/recording.ts'
import { isKnown } from './recordings.ts'
import { fileOf, folderOf, type Recorded } from './tables.ts'

const END_BYTES = 64 * 1024

/** The names in a folder that may not be there. */
const namesIn = (folder: string) => readdir(folder).catch((): string[] => [])

export async function bytesIn(folder: string): Promise<number> {
  const sizes = (await namesIn(folder)).map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

export type Measured = { seconds: number; bytes: number }

/** How long a file is, also while it is written or when its writer was killed; null: it is gone. */
export async function measure(data: string, file: Recorded): Promise<Measured | null> {
  const handle = await open(fileOf(data, file)).catch(() => null)
  if (!handle) return null
  try {
    const { size: bytes } = await handle.stat()
    const length = Math.min(bytes, END_BYTES)
    const end = new Uint8Array(length)
    await handle.read(end, 0, length, bytes - length)
    return { seconds: secondsIn(end), bytes }
  } finally {
    await handle.close()
  }
}

/** Deletes the sound of a part from a file: the file is written anew and takes the place of the old. */
export async function silencePart(data: string, file: Recorded, part: Part): Promise<void> {
  const path = fileOf(data, file)
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return
  const from = msBetween(file.started, part.from) / SECOND
  const till = msBetween(file.started, part.till) / SECOND
  if (till <= 0) return
  await writeFile(`${path}.new`, silenced(bytes, from, till), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** Deletes files for good. */
export async function removeFiles(
  data: string,
  files: readonly Pick<Recorded, 'id' | 'gathering'>[],
): Promise<void> {
  for (const file of files) await rm(fileOf(data, file), { force: true })
}

const ID = /^(rcd_\w+)\.ogg$/
/** A file is known a moment after it began. */
const FRESH_MS = 60 * SECOND

/** Deletes the files that no row names: of those who were erased, or left by a crash. */
export async function sweepFiles(db: Reader, data: string): Promise<void> {
  for (const gathering of await namesIn(folderOf(data)))
    for (const name of await namesIn(folderOf(data, gathering))) {
      const path = join(folderOf(data, gathering), name)
      const id = ID.exec(name)?.[1]
      if (id && (await isKnown(db, id))) continue
      const touched = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      )
      if (Date.now() - touched >= FRESH_MS) await rm(path, { force: true })
    }
}
