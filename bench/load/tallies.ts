/** How many papers a second a method counts, files read included; each count held against the plain one. */
import { readFileSync } from 'node:fs'
import { isRefusal } from '#kernel/change.ts'
import { readBlt } from '#slices/decisions/rules/blt.ts'
import { RANKED_METHODS } from '#slices/decisions/rules/methods.ts'
import { paperOrder } from '#slices/decisions/rules/ties.ts'
import { readPlain } from './plain-stv.ts'
import { WARD, wardFiles } from './wards.ts'

function tally(file: string, method: string): number[] {
  const election = readBlt(readFileSync(file))
  if (isRefusal(election)) throw new Error(JSON.stringify(election))
  const counted = RANKED_METHODS[method]?.(election, paperOrder(election.candidates.length))
  if (!counted || isRefusal(counted)) throw new Error(JSON.stringify(counted))
  return counted.elected.toSorted((a, b) => a - b)
}

function timed<T>(files: readonly string[], count: (file: string) => T) {
  const each: number[] = []
  const results = files.map((file) => {
    const from = performance.now()
    const result = count(file)
    each.push(performance.now() - from)
    return result
  })
  const all = each.reduce((sum, ms) => sum + ms, 0)
  const median = each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0
  const figures = {
    ballotsPerSecond: Math.round((files.length * WARD.papers * 1000) / all),
    msPerWard: Math.round(median * 1000) / 1000,
  }
  return { results, figures }
}

export type Plainly = (plain: ReturnType<typeof readPlain>) => number[]

/** Measures `wards` wards; `agree` is 1 when every ward elects whom the plain count elects. */
export async function measureTally(method: string, plainly: Plainly, wards: number) {
  await using ready = await wardFiles(wards)
  timed(ready.files.slice(0, 20), (file) => tally(file, method))
  const here = timed(ready.files, (file) => tally(file, method))
  const few = ready.files.slice(0, Math.ceil(wards / 10))
  const plain = timed(few, (file) => plainly(readPlain(readFileSync(file, 'utf8'))))
  const agree = plain.results.every((one, at) => `${one}` === `${here.results[at]}`)
  return { figures: { ...here.figures, agree: Number(agree) }, reference: plain.figures }
}
