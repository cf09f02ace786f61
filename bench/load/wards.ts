/**
 * Wards of the size of real Scottish ones, drawn from a seed: parties with a following, papers that
 * name a few candidates and stop, one line a paper.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const WARD = { papers: 5000, seats: 4, candidates: 9 }

/** Numbers between 0 and 1 that a seed repeats (Mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A ranking of candidates from 1 on: near ones follow each other, as within parties. */
export function drawnRanking(next: () => number, candidates: number, longest: number): number[] {
  const home = Math.floor(next() * next() * candidates)
  const away = Array.from({ length: candidates }, (_, one) => ({
    one: one + 1,
    far: Math.abs(one - home) + next() * 4,
  }))
  const length = 1 + Math.floor(next() * next() * longest)
  return away
    .toSorted((a, b) => a.far - b.far)
    .slice(0, length)
    .map(({ one }) => one)
}

export function wardBlt(seed: number, { papers, seats, candidates } = WARD): string {
  const next = seeded(seed)
  const lines = Array.from(
    { length: papers },
    () => `1 ${drawnRanking(next, candidates, candidates).join(' ')} 0`,
  )
  const names = Array.from({ length: candidates }, (_, one) => `"Candidate ${one + 1}"`)
  return [`${candidates} ${seats}`, ...lines, '0', ...names, `"Ward ${seed}"`, ''].join('\n')
}

/** So many wards as files in a folder of their own, gone at the end. */
export async function wardFiles(wards: number) {
  const folder = await mkdtemp(join(tmpdir(), 'moothall-wards-'))
  const files = Array.from({ length: wards }, (_, at) => join(folder, `ward-${at + 1}.blt`))
  await Promise.all(files.map((file, at) => writeFile(file, wardBlt(at + 1))))
  return { files, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
