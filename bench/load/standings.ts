/** Everybody's standing asked for beside a living hall, as a steward's page asks. */
import { sql } from 'kysely'
import type { PersonId } from '#slices/people/index.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import type { HallProcess } from './hall.ts'
import { fillWithPeople, foundWithRules } from './members.ts'

/** 10,000 members with two years of duties and 500,000 pieces of evidence. */
export const LARGE = { persons: 10_000, evidence: 50, gatherings: 24 }

type Judged<T> = { result: T; times: number; seconds: number }

/** Asks for all standings, one page after the other, as long as `work` lasts. */
export async function judgeMeanwhile<T>(
  { backstage, origin }: HallProcess,
  work: () => Promise<T>,
): Promise<Judged<T>> {
  const coop = await foundWithRules(backstage)
  await fillWithPeople(backstage, coop, LARGE)
  const steward = await sql<{ person: PersonId }>`select person from roles`.execute(backstage.db)
  const person = steward.rows[0]?.person ?? 'per_'
  const now = backstage.clock.now()
  const token = await backstage.transact((tx) =>
    openSession(tx, { person, agent: 'a bench', locale: 'en', now }),
  )
  const over = new AbortController()
  const begin = performance.now()
  const working = work().finally(() => over.abort())
  working.catch(() => {})
  let times = 0
  for (; !over.signal.aborted; times += 1) {
    const answer = await fetch(`${origin}/api/circles/${coop}/standings`, {
      headers: { cookie: `${SESSION_COOKIE}=${token}` },
    })
    if (!answer.ok) throw new Error(`refused: ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  return { result: await working, times, seconds: (performance.now() - begin) / 1000 }
}
