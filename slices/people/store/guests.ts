/** Guests: somebody in one gathering, bound to a browser. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { type GuestId, nameKey, numberFor, type PersonId } from '../rules/names.ts'
import { reading, writing } from './tables.ts'

export type Guest = { id: GuestId; gathering: string; name: string; number: number }
type Entering = { gathering: string; browser: string; name: string; now: Instant }

/**
 * Lets a browser into a gathering under a name; answers the guest that it is. The same browser
 * comes back as the same guest, under its new name if it gives one.
 */
export async function enterAsGuest(tx: Transaction, entering: Entering): Promise<Guest> {
  const { gathering, browser, name, now } = entering
  const key = nameKey(name)
  await sql`select pg_advisory_xact_lock(8022, hashtext(${`${gathering} guests`}))`.execute(tx)
  const known = await guestOf(tx, gathering, browser)
  if (known?.name === name) return known
  const number = await freeNumber(tx, gathering, key, known?.id ?? null)
  const guest = { id: known?.id ?? newId('gst', Date.parse(now)), gathering, name, number }
  const named = { name, name_key: key, number }
  if (known) await writing(tx).updateTable('guests').set(named).where('id', '=', known.id).execute()
  else
    await writing(tx)
      .insertInto('guests')
      .values({ ...named, id: guest.id, gathering, browser, person: null, entered_at: now })
      .execute()
  return guest
}

async function freeNumber(
  tx: Transaction,
  gathering: string,
  key: string,
  except: GuestId | null,
): Promise<number> {
  const same = await writing(tx)
    .selectFrom('guests')
    .select(['id', 'number'])
    .where('gathering', '=', gathering)
    .where('name_key', '=', key)
    .execute()
  return numberFor(same.filter(({ id }) => id !== except).map(({ number }) => number))
}

/**
 * The guest that a browser is in a gathering; null when it is none, or when that guest has become
 * a person, who is known by a session alone from then on.
 */
export async function guestOf(
  db: Reader,
  gathering: string,
  browser: string | null,
): Promise<Guest | null> {
  if (browser === null) return null
  const row = await reading(db)
    .selectFrom('guests')
    .select(['id', 'gathering', 'name', 'number'])
    .where('gathering', '=', gathering)
    .where('browser', '=', browser)
    .where('person', 'is', null)
    .executeTakeFirst()
  return row?.name ? { ...row, name: row.name } : null
}

/** The guests of a browser that are nobody's yet, the newest first. */
export async function looseGuests(db: Reader, browser: string | null): Promise<Guest[]> {
  if (browser === null) return []
  const rows = await reading(db)
    .selectFrom('guests')
    .select(['id', 'gathering', 'name', 'number'])
    .where('browser', '=', browser)
    .where('person', 'is', null)
    .orderBy('entered_at', 'desc')
    .execute()
  return rows.flatMap(({ name, ...row }) => (name ? [{ ...row, name }] : []))
}

/** The guests that a person has been: what they wrote is that person's. */
export async function guestsOfPerson(db: Reader, person: PersonId): Promise<GuestId[]> {
  const rows = await reading(db)
    .selectFrom('guests')
    .select('id')
    .where('person', '=', person)
    .execute()
  return rows.map(({ id }) => id)
}

/** Makes guests of a browser a person's own, with all they wrote; notes `guest.kept` for each. */
export async function keepGuests(
  tx: Transaction,
  { person, browser, now }: { person: PersonId; browser: string; now: Instant },
): Promise<GuestId[]> {
  const kept = await writing(tx)
    .updateTable('guests')
    .set({ person })
    .where('browser', '=', browser)
    .where('person', 'is', null)
    .where('name', 'is not', null)
    .returning(['id', 'gathering'])
    .execute()
  const facts = kept.map(({ id, gathering }) => ({
    kind: 'guest.kept',
    data: { guest: id, gathering, person },
  }))
  await note(tx, `person:${person}`, facts, { now, actor: person })
  return kept.map(({ id }) => id)
}
