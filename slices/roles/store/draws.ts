/** Draws: opened with a sealed secret, spoken into, drawn. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { commitTo, type DrawFile, orderDrawn, seedOf } from '../rules/draw.ts'
import { type By, type DrawId, type OneRole, reading, topicOf, writing } from './tables.ts'

/** The draws of a circle, the latest first. */
export function drawsOf(db: Reader, circle: CircleId) {
  return reading(db)
    .selectFrom('role_draws')
    .selectAll()
    .where('circle', '=', circle)
    .orderBy('opened_at', 'desc')
    .execute()
}

export function drawOf(db: Reader, id: DrawId) {
  return reading(db).selectFrom('role_draws').selectAll().where('id', '=', id).executeTakeFirst()
}

export function wordsIn(db: Reader, draw: DrawId) {
  return reading(db)
    .selectFrom('role_draw_words')
    .select(['by', 'at', 'words'])
    .where('draw', '=', draw)
    .orderBy('at')
    .orderBy('by')
    .execute()
}

export type Opening = OneRole & {
  roleName: string
  seats: number
  pool: { person: PersonId; name: string }[]
  closes: Instant
}

/** Opens a draw: the pool and the hash of the secret stand from now on. */
export async function openDraw(
  tx: Transaction,
  opening: Opening,
  { by, now }: By,
): Promise<DrawId> {
  const { circle, role, roleName, seats, closes } = opening
  const pool = opening.pool.toSorted((a, b) => (a.person < b.person ? -1 : 1))
  const id = newId('drw', Date.parse(now))
  const secret = randomBytes(32).toString('hex')
  const commitment = commitTo(secret)
  await writing(tx)
    .insertInto('role_draws')
    .values({
      id,
      circle,
      role,
      role_name: roleName,
      seats,
      pool: JSON.stringify(pool),
      commitment,
      secret,
      opened_by: by,
      opened_at: now,
      closes_at: closes,
      drawn_at: null,
      drawn: null,
    })
    .execute()
  const people = pool.map(({ person }) => person)
  const data = { draw: id, role, seats, pool: people, commitment, closes }
  await note(tx, topicOf(circle), [{ kind: 'draw.opened', data }], { now, actor: by })
  return id
}

/** Somebody's words; said again, the first stand. */
export async function addWords(
  tx: Transaction,
  { id, circle }: { id: DrawId; circle: CircleId },
  words: string,
  { by, now }: { by: PersonId; now: Instant },
): Promise<boolean> {
  const added = await writing(tx)
    .insertInto('role_draw_words')
    .values({ draw: id, by, at: now, words })
    .onConflict((oc) => oc.columns(['draw', 'by']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return false
  const facts = [{ kind: 'draw.words', data: { draw: id, words } }]
  await note(tx, topicOf(circle), facts, { now, actor: by })
  return true
}

type DrawRow = NonNullable<Awaited<ReturnType<typeof drawOf>>>

/** What is published of a draw: the secret and who was drawn only once it is over. */
export async function publicationOf(db: Reader, draw: DrawRow): Promise<DrawFile> {
  const over = draw.drawn_at !== null
  return {
    format: 'moothall-draw-1',
    draw: draw.id,
    role: draw.role_name,
    seats: draw.seats,
    pool: draw.pool,
    commitment: draw.commitment,
    closes: draw.closes_at,
    words: await wordsIn(db, draw.id),
    secret: over ? draw.secret : null,
    drawn: over ? draw.drawn : null,
  }
}

/** Draws whose time for words is over and that are not drawn. */
export function dueDraws(db: Reader, now: Instant) {
  return reading(db)
    .selectFrom('role_draws')
    .select('id')
    .where('drawn_at', 'is', null)
    .where('closes_at', '<=', now)
    .execute()
}

/** Draws, once; answers everybody of the pool in the order of the tickets, null when it was done. */
export async function drawNow(
  tx: Transaction,
  id: DrawId,
  now: Instant,
): Promise<PersonId[] | null> {
  const draw = await writing(tx)
    .selectFrom('role_draws')
    .selectAll()
    .where('id', '=', id)
    .where('drawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!draw) return null
  const file = await publicationOf(tx, draw)
  const people = draw.pool.map(({ person }) => person)
  const seed = seedOf({ ...file, people, secret: draw.secret })
  const tickets = orderDrawn(seed, people)
  const order = tickets.flatMap((ticket) => people.find((person) => person === ticket) ?? [])
  const drawn = order.slice(0, draw.seats)
  await writing(tx)
    .updateTable('role_draws')
    .set({ drawn_at: now, drawn: JSON.stringify(drawn) })
    .where('id', '=', id)
    .execute()
  const data = { draw: id, role: draw.role, drawn, secret: draw.secret }
  await note(tx, topicOf(draw.circle), [{ kind: 'draw.drawn', data }], { now, actor: null })
  return order
}

/** Takes the name of who was erased out of the pools; the draw holds, since it counts ids. */
export async function forgetName(tx: Transaction, person: PersonId, name: string): Promise<void> {
  await sql`update role_draws set pool = (
      select jsonb_agg(case when one ->> 'person' = ${person}
        then jsonb_build_object('person', ${person}::text, 'name', ${name}::text) else one end)
      from jsonb_array_elements(pool) one)
    where pool @> ${JSON.stringify([{ person }])}::jsonb`.execute(tx)
}
