/** Files that somebody names in the terminal. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { StartError } from '#kernel/start-error.ts'

const MOST_MEGABYTES = 512

/** A file whole; says so when it is not there or too large. */
export function readWhole(path: string): Uint8Array {
  if (!existsSync(path))
    throw new StartError(`There is no file ${path}. See how it is written, and where it is.`)
  if (statSync(path).size > MOST_MEGABYTES * 1024 * 1024)
    throw new StartError(
      `${path} is larger than ${MOST_MEGABYTES} MB. Part it, and give the parts.`,
    )
  return new Uint8Array(readFileSync(path))
}
