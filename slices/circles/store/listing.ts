/** Members page by page: by name as people sort it, with a place to go on from. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { CircleId } from '../rules.ts'
import type { MemberId } from '../rules/belonging.ts'
import { reading } from './tables.ts'

export const PAGE = 50

export type Listed = {
  member: MemberId
  name: string
  class: string
  from: Instant
  until: Instant | null
}
export type Quest = {
  circle: CircleId
  /** At a moment that is past; null: now. */
  at: Instant | null
  /** Parts of a name, without case and accents; all of them must be in it. */
  words: readonly string[]
  class: string | null
  after: { name: string; member: string } | null
}

const NAME = sql`name collate "und-x-icu"`

function found(db: Reader, { circle, at, words, class: named }: Omit<Quest, 'after'>) {
  let query = reading(db).selectFrom('members').where('circle', '=', circle)
  query =
    at === null
      ? query.where('until', 'is', null)
      : query
          .where('from', '<=', at)
          .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
  if (named) query = query.where('class', '=', named)
  for (const word of words) {
    const part = word.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)
    query = query.where(sql<boolean>`name_key like '%' || plain_words(${part}) || '%'`)
  }
  return query
}

/** One page of members, and one more when there is a next page. */
export async function pageOf(db: Reader, { after, ...quest }: Quest): Promise<Listed[]> {
  let query = found(db, quest).select(['member', 'name', 'class', 'from', 'until'])
  if (after)
    query = query.where(
      sql<boolean>`(${NAME}, member) > (${after.name} collate "und-x-icu", ${after.member})`,
    )
  return query
    .orderBy(NAME)
    .orderBy('member')
    .limit(PAGE + 1)
    .execute()
}

/** How many are found, and of all how many persons and circles are in each class. */
export async function countsOf(db: Reader, quest: Omit<Quest, 'after'>) {
  const everybody = { ...quest, words: [], class: null }
  const narrow = quest.words.length > 0 || quest.class !== null
  const [classes, matching] = await Promise.all([
    found(db, everybody)
      .select([
        'class',
        (eb) => eb.fn.count<number>('person').as('persons'),
        (eb) => eb.fn.count<number>('body').as('circles'),
      ])
      .groupBy('class')
      .orderBy('class')
      .execute(),
    narrow
      ? found(db, quest)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      : null,
  ])
  const all = classes.reduce((sum, { persons, circles }) => sum + persons + circles, 0)
  return { classes, found: matching?.count ?? all }
}

export type ClassCount = { class: string; persons: number; circles: number }

/** How many persons and circles are in each class of a circle now. */
export async function countMembers(db: Reader, circle: CircleId): Promise<ClassCount[]> {
  const quest = { circle, at: null, words: [], class: null }
  return (await countsOf(db, quest)).classes
}

/** How a member wishes to be shown to the world; null for who is not a member. */
export async function howShown(
  db: Reader,
  circle: CircleId,
  member: MemberId,
): Promise<'name' | 'number' | null> {
  const row = await reading(db)
    .selectFrom('members')
    .select('shown')
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.shown ?? null
}

/** Those who wish to be shown to the world by name, in one class or in all; most of them. */
export async function shownToAll(db: Reader, circle: CircleId, most: number): Promise<Listed[]> {
  return reading(db)
    .selectFrom('members')
    .select(['member', 'name', 'class', 'from', 'until'])
    .where('circle', '=', circle)
    .where('until', 'is', null)
    .where('shown', '=', 'name')
    .orderBy(NAME)
    .orderBy('member')
    .limit(most)
    .execute()
}

/** The persons of just this name in a circle now. */
export async function membersNamed(
  db: Reader,
  circle: CircleId,
  name: string,
): Promise<PersonId[]> {
  const rows = await reading(db)
    .selectFrom('members')
    .select('person')
    .where('circle', '=', circle)
    .where('until', 'is', null)
    .where(sql<boolean>`${NAME} = ${name}`)
    .execute()
  return rows.flatMap(({ person }) => person ?? [])
}
