/**
 * The roll of a co-op of 300 co-ops and 10,000 persons at a past day, with the reason of each. Beside it
 * the plain list of who was inside on that day.
 */
import { membersOn } from '#slices/circles/index.ts'
import { countOf } from '#slices/standing/rules/days.ts'
import { asking } from '#slices/standing/rules/facts.ts'
import { rollBeside } from '#slices/standing/store/judging-work.ts'
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { fillWithCoops, fillWithPeople, foundWithRules } from './load/members.ts'

const TIMES = 7
const DAY = '2026-05-01'

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const median = (values: number[]) =>
  Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0)

/** Measures. */
export async function run(args: readonly string[]): Promise<Measured> {
  const evidence = Number(args.find((one) => one.startsWith('--evidence='))?.slice(11) ?? 4)
  await using process = await openHallProcess()
  const hall = process.backstage
  const coop = await foundWithRules(hall)
  await fillWithPeople(hall, coop, { persons: 10_000, evidence, gatherings: 4 })
  await fillWithCoops(hall, coop, 300)
  const asked = asking(countOf(DAY))
  const rolls: number[] = []
  const lists: number[] = []
  let lines = 0
  for (let time = 0; time < TIMES; time += 1) {
    rolls.push(await timed(async () => (lines = (await rollBeside(hall, coop, asked)).length)))
    lists.push(await timed(() => membersOn(hall.db, coop, DAY)))
  }
  if (lines !== 10_300) throw new Error(`${lines} stand on the roll`)
  const figures = { roll_ms: median(rolls), lines }
  return {
    figures,
    reference: { roll_ms: median(lists), lines },
    judged: [{ wish: 'the roll within 300 ms', reached: figures.roll_ms <= 300 }],
  }
}
