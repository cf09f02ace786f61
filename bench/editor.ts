/**
 * What the editor of notes weighs, gzip, in bytes: all that a reader's browser must fetch in
 * addition to the note's page when somebody presses "Write".
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { filesOf } from './load/built.ts'
import type { Measured } from './load/measured.ts'

const BUILT = fileURLToPath(new URL('../dist/web/', import.meta.url))
const MOST = 200_000

const PAGE = ['index.html', '../slices/notes/web/NotePage.tsx']
const EDITOR = ['../slices/notes/web/editor/Desk.tsx']

/** How many bytes these files are, gzip. */
function weigh(files: readonly string[]): number {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(BUILT + file), { level: 9 }).length,
    0,
  )
}

export async function run(): Promise<Measured> {
  const there = new Set(filesOf(PAGE))
  const more = filesOf(EDITOR).filter((file) => !there.has(file))
  if (more.length === 0) throw new Error('the editor is not loaded by itself')
  const editor = weigh(more)
  return {
    figures: { editor },
    reference: { editor: MOST },
    judged: [{ wish: 'the editor weighs at most 200 kB', reached: editor <= MOST }],
  }
}
