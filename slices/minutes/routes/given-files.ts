/** Files that somebody names in the terminal. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Refused } from '#kernel/problem.ts'

const MOST_BYTES = 512 * 1024 * 1024

export class Missing extends Error {
  constructor(path: string) {
    super(`There is no file ${path}. See how it is written, and where it is.`)
  }
}

/** A file whole; says so when it is not there or too large. */
export function readWhole(path: string): Uint8Array {
  if (!existsSync(path)) throw new Missing(path)
  if (statSync(path).size > MOST_BYTES) throw new Refused('too-large', { max: MOST_BYTES })
  return new Uint8Array(readFileSync(path))
}
