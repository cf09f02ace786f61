/**
 * Everybody's standing in a co-op of 10,000 members with two years of duties and 500,000 pieces of
 * evidence, in a worker; and one member's, explained. Beside it one SQL aggregate over the same rows.
 */
import { sql } from 'kysely'
import { countOf } from '#slices/standing/rules/days.ts'
import { explain } from '#slices/standing/rules/explain.ts'
import { asking } from '#slices/standing/rules/facts.ts'
import { briefsBeside } from '#slices/standing/store/judging-work.ts'
import { judge } from '#slices/standing/store/standings.ts'
import { LARGE } from './load/standings.ts'
import { quantiles } from './load/figures.ts'
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { fillWithPeople, foundWithRules, UNTIL } from './load/members.ts'

const TIMES = 5
const SINGLE = 40

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** How long the event loop stood still at most while something ran. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now()
  let most = 0
  const tick = setInterval(() => {
    const now = performance.now()
    most = Math.max(most, now - last - 5)
    last = now
  }, 5)
  await work()
  clearInterval(tick)
  return most
}

const median = (values: number[]) =>
  Math.round((values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0) * 10) / 10

/** Measures. */
export async function run(): Promise<Measured> {
  await using process = await openHallProcess()
  const hall = process.backstage
  const coop = await foundWithRules(hall)
  await fillWithPeople(hall, coop, LARGE)
  const asked = asking(countOf(UNTIL))
  const all: number[] = []
  const aggregate: number[] = []
  const pauses: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    pauses.push(
      await longestPause(async () => {
        all.push(await timed(() => briefsBeside(hall, coop, asked)))
      }),
    )
    aggregate.push(
      await timed(() =>
        sql`select member, unit, date_trunc('month', happened), sum(amount) from evidence
        where circle = ${coop} and happened <= ${UNTIL} and known <= ${UNTIL} group by 1, 2, 3`.execute(
          hall.db,
        ),
      ),
    )
  }
  const single: number[] = []
  for (let number = 1; number <= SINGLE; number += 1) {
    const member = `per_${String(number * 17).padStart(26, '0')}` as const
    single.push(
      await timed(async () => {
        const {
          judging,
          all: [one],
        } = await judge(hall.db, coop, member, asked)
        if (!one) throw new Error('nobody was judged')
        explain(judging.plan, one.facts, one.standing, asked)
      }),
    )
  }
  const { p95 } = quantiles(single)
  const figures = {
    all_ms: median(all),
    loop_pause_ms: Math.round(Math.max(...pauses)),
    one_ms: median(single),
    one_p95_ms: Math.round(p95 * 10) / 10,
  }
  return {
    figures,
    reference: { all_ms: median(aggregate) },
    judged: [
      { wish: 'all standings within 5 s', reached: figures.all_ms <= 5000 },
      { wish: 'one member explained within 20 ms (p95)', reached: figures.one_p95_ms <= 20 },
    ],
  }
}
