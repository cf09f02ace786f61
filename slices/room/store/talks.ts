/** Private talks, and who blocks whom. */
import { sql } from 'kysely'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { reading, writing } from './tables.ts'

export type TalkRow = {
  id: string
  gathering: string
  kind: 'two' | 'care'
  a: string
  b: string | null
}
const COLUMNS = ['id', 'gathering', 'kind', 'a', 'b'] as const

/** Private lines are kept so long after their gathering has ended, for the two alone. */
export const TALKS_KEPT_DAYS = 30

export async function talkOf(db: Reader, id: string): Promise<TalkRow | undefined> {
  return reading(db).selectFrom('talks').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

/** The talks of somebody in a gathering; of a facilitator also those with the facilitators. */
export async function talksOf(db: Reader, gathering: string, who: string, care: boolean) {
  const all = reading(db).selectFrom('talks').select(COLUMNS).where('gathering', '=', gathering)
  return all
    .where((is) =>
      is.or([is('a', '=', who), is('b', '=', who), ...(care ? [is('kind', '=', 'care')] : [])]),
    )
    .orderBy('id')
    .limit(500)
    .execute()
}

/** The talk of two, or of one with the facilitators (`other` null); made when there is none. */
export async function openTalk(
  tx: Transaction,
  {
    gathering,
    who,
    other,
    now,
  }: { gathering: string; who: string; other: string | null; now: Instant },
): Promise<{ talk: TalkRow; fresh: boolean }> {
  const [a, b] = other === null ? [who, null] : who < other ? [who, other] : [other, who]
  const before = await writing(tx)
    .selectFrom('talks')
    .select(COLUMNS)
    .where('gathering', '=', gathering)
    .where('a', '=', a)
    .where('b', b === null ? 'is' : '=', b)
    .executeTakeFirst()
  if (before) return { talk: before, fresh: false }
  const kind: TalkRow['kind'] = b === null ? 'care' : 'two'
  const talk = { id: newId('tlk', Date.parse(now)), gathering, kind, a, b }
  await writing(tx)
    .insertInto('talks')
    .values({ ...talk, opened_at: now })
    .execute()
  return { talk, fresh: true }
}

/** Those whom somebody has blocked. */
export async function blockedBy(db: Reader, gathering: string, who: string): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('blocks')
    .select('blocked')
    .where('gathering', '=', gathering)
    .where('who', '=', who)
    .execute()
  return rows.map(({ blocked }) => blocked)
}

/** Those who have blocked somebody. */
export async function blockersOf(db: Reader, gathering: string, who: string): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('blocks')
    .select('who')
    .where('gathering', '=', gathering)
    .where('blocked', '=', who)
    .execute()
  return rows.map((row) => row.who)
}

export async function setBlock(
  tx: Transaction,
  block: { gathering: string; who: string; blocked: string },
  stands: boolean,
): Promise<void> {
  if (stands) {
    await writing(tx)
      .insertInto('blocks')
      .values(block)
      .onConflict((oc) => oc.doNothing())
      .execute()
    return
  }
  await writing(tx)
    .deleteFrom('blocks')
    .where('gathering', '=', block.gathering)
    .where('who', '=', block.who)
    .where('blocked', '=', block.blocked)
    .execute()
}

/** Talks of gatherings that ended so long ago that their words are to go; at most 100. */
export async function talksToForget(db: Reader, now: Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from talks t join record r
      on r.topic = 'gathering:' || t.gathering and r.kind = 'gathering.ended'
    where not t.forgotten and r.at < ${plus(now, -TALKS_KEPT_DAYS * DAY)}
    limit 100`.execute(db)
  return rows.map(({ id }) => id)
}

export async function markForgotten(tx: Transaction, talk: string): Promise<void> {
  await writing(tx).updateTable('talks').set({ forgotten: true }).where('id', '=', talk).execute()
}
