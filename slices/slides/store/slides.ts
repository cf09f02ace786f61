/** What is shown and ready in a gathering: read, and changed with its entries. */
import { sql } from 'kysely'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { filesOf, filesOfItems, type Held } from '#slices/files/index.ts'
import { apply, isDeck, NO_SLIDES, type Slides } from '../rules/slides.ts'
import { reading, topicOf, writing } from './tables.ts'

export async function slidesOf(db: Reader, gathering: string): Promise<Slides> {
  const row = await reading(db)
    .selectFrom('slides')
    .select('state')
    .where('gathering', '=', gathering)
    .executeTakeFirst()
  return row?.state ?? NO_SLIDES
}

type Happening = { gathering: string; now: Instant; actor: string | null }

/** Writes what happened; the caller holds the topic and answers for `before` being what stands. */
export async function happenTo(
  tx: Transaction,
  before: Slides,
  facts: readonly Fact[],
  { gathering, now, actor }: Happening,
): Promise<Slides> {
  if (facts.length === 0) return before
  const entries = await note(tx, topicOf(gathering), facts, { now, actor })
  const slides = entries.reduce(apply, before)
  const state = JSON.stringify(slides)
  await writing(tx)
    .insertInto('slides')
    .values({ gathering, state })
    .onConflict((oc) => oc.column('gathering').doUpdateSet({ state }))
    .execute()
  return slides
}

/** The decks of a gathering and of its items. */
export async function decksOf(db: Reader, gathering: string): Promise<Held[]> {
  const own = await filesOf(db, { kind: 'gathering', id: gathering })
  const ofItems = await filesOfItems(db, gathering)
  return [...own, ...ofItems].filter(({ type }) => isDeck(type))
}

/** When each file of a gathering was first shown to all. */
export async function firstShown(db: Reader, gathering: string): Promise<Map<string, Instant>> {
  const { rows } = await sql<{ file: string; at: Instant }>`
    select data->>'file' as file, min(at) as at from record
    where topic = ${topicOf(gathering)} and kind = 'slides.shown' group by 1`.execute(db)
  return new Map(rows.map(({ file, at }) => [file, at]))
}
