/** The directory of member co-ops. */
import { sql } from 'kysely'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '../rules.ts'
import { type By, type Card, reading, topicOf, writing } from './tables.ts'

export type Listed = Card & { id: CircleId; name: string; class: string; elsewhere: boolean }
export type Sought = { words?: string | undefined; country?: string | undefined }

/** The member co-ops of a circle, by country, then by name. */
export async function coopsOf(
  db: Reader,
  circle: CircleId,
  { words = '', country }: Sought = {},
): Promise<Listed[]> {
  let query = reading(db)
    .selectFrom('members')
    .innerJoin('circles', 'circles.id', 'members.body')
    .leftJoin('circle_cards', 'circle_cards.circle', 'circles.id')
    .where('members.circle', '=', circle)
    .where('members.until', 'is', null)
  if (country) query = query.where('circle_cards.country', '=', country)
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const part = `%${word.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
    query = query.where(
      sql<boolean>`plain_words(concat_ws(' ', circles.name, place, does, tools)) like plain_words(${part})`,
    )
  }
  const rows = await query
    .select(['circles.id', 'circles.name', 'members.class', 'circles.elsewhere'])
    .select(['country', 'place', 'does', 'tools', 'contacts', 'site'])
    .orderBy((eb) => eb('country', 'is', null))
    .orderBy('country')
    .orderBy(sql`circles.name collate "und-x-icu"`)
    .limit(1000)
    .execute()
  return rows.map(({ place, does, tools, contacts, site, ...row }) => ({
    ...row,
    place: place ?? '',
    does: does ?? '',
    tools: tools ?? '',
    contacts: contacts ?? '',
    site: site ?? '',
  }))
}

/** What a circle says of itself; contacts are words of people, so the record keeps only that it was written. */
export async function writeCard(
  tx: Transaction,
  circle: CircleId,
  card: Card,
  { by, now }: By,
): Promise<void> {
  await writing(tx)
    .insertInto('circle_cards')
    .values({ circle, ...card })
    .onConflict((oc) => oc.column('circle').doUpdateSet(card))
    .execute()
  const { contacts: _, ...data } = card
  await note(tx, topicOf(circle), [{ kind: 'circle.card-written', data }], { now, actor: by })
}

/** What a circle says of itself; null when it has not yet. */
export async function cardOf(db: Reader, circle: CircleId): Promise<Card | null> {
  const row = await reading(db)
    .selectFrom('circle_cards')
    .select(['country', 'place', 'does', 'tools', 'contacts', 'site'])
    .where('circle', '=', circle)
    .executeTakeFirst()
  return row ?? null
}
