/**
 * Milliseconds of the server for any page of the members of a circle of 10,000: first pages, pages in
 * the middle and at the end, in one class, and searches by a part of a name; at the 95th percentile of
 * what a client waits over HTTP, one call after another. Beside it one SQL page over the same rows.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { openHallProcess } from './load/hall.ts'
import type { Measured } from './load/measured.ts'
import { fillWithPeople, foundWithRules } from './load/members.ts'

const PERSONS = 10_000
const CALLS = 200
const WORDS = ['a', 'mar', 'ele', 'zz', 'anna 1', 'maria 99', 'لين', '李']

const Page = z.object({ next: z.string().nullable() })

const p95 = (values: number[]) =>
  Math.round((values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0) * 10) / 10

/** Measures. */
export async function run(): Promise<Measured> {
  await using process = await openHallProcess()
  const hall = process.backstage
  const coop = await foundWithRules(hall)
  await fillWithPeople(hall, coop, { persons: PERSONS, evidence: 1, gatherings: 1 })
  // Names as they are: several scripts, accents, many that begin alike.
  await sql`update members set name =
      (array['Ånna', 'Élena', 'María', 'Tomasz', 'Ngozi', '李', 'لينا', 'Zoë'])[1 + abs(hashtext(member)) % 8]
      || ' ' || substr(md5(member), 1, 6) where person is not null`.execute(hall.db)
  await sql`analyze members`.execute(hall.db)
  const now = hall.clock.now()
  const { rows } = await sql<{ person: `per_${string}` }>`select person from roles limit 1`.execute(
    hall.db,
  )
  const person = rows[0]?.person ?? 'per_'
  const token = await hall.transact((tx) =>
    openSession(tx, { person, agent: 'bench', locale: 'en', now }),
  )
  const headers = { cookie: `${SESSION_COOKIE}=${token}` }
  const waits: number[] = []
  const plain: number[] = []
  let next: string | null = null
  for (let nr = 0; nr < CALLS; nr += 1) {
    const search = nr % 3 === 0
    const query = new URLSearchParams(
      search ? { words: WORDS[nr % WORDS.length] ?? 'a' } : next ? { after: next } : {},
    )
    const from = performance.now()
    const answer = await fetch(`${process.origin}/api/circles/${coop}/members?${query}`, {
      headers,
    })
    const page = Page.parse(await answer.json())
    waits.push(performance.now() - from)
    if (!search) next = page.next
    const begun = performance.now()
    await sql`select member, name from members where circle = ${coop} and until is null
      order by name collate "und-x-icu", member limit 50`.execute(hall.db)
    plain.push(performance.now() - begun)
  }
  const figures = { page_p95_ms: p95(waits), calls: waits.length }
  return {
    figures,
    reference: { page_p95_ms: p95(plain), calls: plain.length },
    judged: [
      { wish: 'any page, search included, within 100 ms', reached: figures.page_p95_ms <= 100 },
    ],
  }
}
