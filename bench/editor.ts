/**
 * What the editor of notes weighs, gzip, in bytes: all that a reader's browser must fetch in
 * addition to the note's page when somebody presses "Write".
 */
import { filesOf, weigh } from './load/built.ts'
import type { Measured } from './load/measured.ts'

const MOST = 200_000

const PAGE = ['index.html', '../slices/notes/web/NotePage.tsx']
const EDITOR = ['../slices/notes/web/editor/Desk.tsx']

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
