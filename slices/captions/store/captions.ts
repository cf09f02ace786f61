/** Who writes, and the lines: read, and written with their entries. */
import { sql } from 'kysely'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Entry, note } from '#kernel/record.ts'
import { apply, type Captions, type Line, lineIn, NO_CAPTIONS } from '../rules/captions.ts'
import { reading, topicOf, writing } from './tables.ts'

export async function captionsOf(db: Reader, gathering: string) {
  const row = await reading(db)
    .selectFrom('captions')
    .select(['state', 'engine_key'])
    .where('gathering', '=', gathering)
    .executeTakeFirst()
  return { captions: row?.state ?? NO_CAPTIONS, engineKey: row?.engine_key ?? null }
}

export type Happening = { gathering: string; now: Instant; actor: string | null }

/** Writes what happened to who writes; the caller holds the topic. */
export async function happenTo(
  tx: Transaction,
  before: Captions,
  facts: readonly Fact[],
  { gathering, now, actor }: Happening,
): Promise<Captions> {
  if (facts.length === 0) return before
  const entries = await note(tx, topicOf(gathering), facts, { now, actor })
  const captions = entries.reduce(apply, before)
  const state = JSON.stringify(captions)
  await writing(tx)
    .insertInto('captions')
    .values({ gathering, state, engine_key: null })
    .onConflict((oc) => oc.column('gathering').doUpdateSet({ state }))
    .execute()
  return captions
}

/** Writes lines; answers the number of the last. */
export async function keepLines(
  tx: Transaction,
  facts: readonly Fact[],
  { gathering, now, actor }: Happening,
): Promise<number> {
  const entries = await note(tx, topicOf(gathering), facts, { now, actor })
  return entries.at(-1)?.seq ?? 0
}

/** The sha-256 of the key that an engine has, or null for none. */
export async function keepEngineKey(
  tx: Transaction,
  gathering: string,
  key: string | null,
): Promise<void> {
  await writing(tx)
    .updateTable('captions')
    .set({ engine_key: key })
    .where('gathering', '=', gathering)
    .execute()
}

type Asked = { language?: string | undefined; before?: number | undefined; limit?: number }

/** The last lines before a number, or all; in their order. */
export async function linesOf(db: Reader, gathering: string, asked: Asked = {}): Promise<Line[]> {
  const { language = null, before = null, limit = null } = asked
  const { rows } = await sql<Pick<Entry, 'kind' | 'seq' | 'at' | 'data'>>`
    select kind, seq, at, coalesce(stands, data) as data from record
    where topic = ${topicOf(gathering)} and kind = 'captions.said'
      and (${language}::text is null or coalesce(stands, data)->>'language' = ${language})
      and (${before}::int is null or seq < ${before})
    order by seq desc limit ${limit}`.execute(db)
  return rows.toReversed().flatMap((row) => lineIn(row) ?? [])
}

export async function lineOf(db: Reader, gathering: string, seq: number): Promise<Line | null> {
  const [line] = await linesOf(db, gathering, { before: seq + 1, limit: 1 })
  return line?.seq === seq ? line : null
}

/** In which languages there are lines, those with most first. */
export async function languagesOf(db: Reader, gathering: string): Promise<string[]> {
  const { rows } = await sql<{ language: string }>`
    select coalesce(stands, data)->>'language' as language from record
    where topic = ${topicOf(gathering)} and kind = 'captions.said'
    group by 1 order by count(*) desc, 1`.execute(db)
  return rows.map(({ language }) => language)
}
