/** Links by which people come to a note, and who came by them. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note as enter } from '#kernel/record.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import { type Gives, GIVES, stillOpen } from '../rules/links.ts'
import type { By } from './changes.ts'
import { type LinkId, type NoteId, reading, topicOf, writing } from './tables.ts'

type Linking = { note: NoteId; gives: Gives; label: string; days: number | null }

/** Makes a link; the token is part of its address and stored only as its hash. */
export async function makeLink(
  tx: Transaction,
  { note, gives, label, days }: Linking,
  { by, now }: By,
): Promise<{ link: LinkId; token: string }> {
  const token = newToken()
  const link = newId('nlk', Date.parse(now))
  await writing(tx)
    .insertInto('note_links')
    .values({
      id: link,
      note,
      gives,
      token: hashToken(token),
      label,
      made_by: by ?? '',
      made_at: now,
      expires_at: days === null ? null : plus(now, days * DAY),
      revoked_at: null,
    })
    .execute()
  await enter(tx, topicOf(note), [{ kind: 'note.linked', data: { link, gives } }], {
    now,
    actor: by,
  })
  return { link, token }
}

/** The links of a note that still let in, with how many came by each. */
export async function linksOf(db: Reader, note: NoteId, now: Instant) {
  const rows = await reading(db)
    .selectFrom('note_links')
    .leftJoin('note_doors', 'note_doors.link', 'note_links.id')
    .selectAll('note_links')
    .select((eb) => eb.fn.count<number>('note_doors.holder').as('came'))
    .where('note_links.note', '=', note)
    .groupBy('note_links.id')
    .orderBy('note_links.made_at')
    .execute()
  return rows.filter((row) => stillOpen(row, now))
}

/** What a link stands for while it lets in. */
export async function linkBy(db: Reader, token: string, now: Instant) {
  const row = await reading(db)
    .selectFrom('note_links')
    .selectAll()
    .where('token', '=', hashToken(token))
    .executeTakeFirst()
  return row && stillOpen(row, now) ? row : undefined
}

/** Takes a link back; answers false when there was none. */
export async function revokeLink(
  tx: Transaction,
  note: NoteId,
  link: string,
  { by, now }: By,
): Promise<boolean> {
  const gone = await writing(tx)
    .updateTable('note_links')
    .set({ revoked_at: now })
    .where('note', '=', note)
    .where('id', '=', `nlk_${link.slice(4)}`)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (gone.numUpdatedRows !== 1n) return false
  await enter(tx, topicOf(note), [{ kind: 'note.unlinked', data: { link } }], { now, actor: by })
  return true
}

/** Ends the links whose day is over, so that who writes by them is asked again; answers how many. */
export async function expireLinks(tx: Transaction, now: Instant): Promise<number> {
  const over = await writing(tx)
    .selectFrom('note_links')
    .select(['id', 'note'])
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', now)
    .execute()
  for (const { id, note } of over) await revokeLink(tx, note, id, { by: null, now })
  return over.length
}

type Coming = { note: NoteId; link: LinkId; holder: string; guest?: string | null; now: Instant }

/** Keeps by which link a person or a browser came; who was shut out stays out. */
export async function comeBy(tx: Transaction, coming: Coming): Promise<void> {
  const { note, link, holder, guest = null, now } = coming
  await writing(tx)
    .insertInto('note_doors')
    .values({ note, holder, link, guest, came_at: now, shut_at: null })
    .onConflict((oc) =>
      oc.columns(['note', 'holder']).doUpdateSet(guest === null ? { link } : { link, guest }),
    )
    .execute()
}

/**
 * What the links give that this caller came by; undefined: they came by none. A link whose day is
 * over is taken back by a timer, so what is taken back is all that counts here.
 */
export async function givenTo(
  db: Reader,
  note: NoteId,
  holders: readonly (string | null)[],
): Promise<Gives | undefined> {
  const known = holders.filter((one) => one !== null)
  if (known.length === 0) return undefined
  const rows = await reading(db)
    .selectFrom('note_doors')
    .innerJoin('note_links', 'note_links.id', 'note_doors.link')
    .select(['gives', 'revoked_at', 'shut_at'])
    .where('note_doors.note', '=', note)
    .where('note_doors.holder', 'in', known)
    .execute()
  if (rows.some(({ shut_at }) => shut_at !== null)) return undefined
  const open = rows.filter(({ revoked_at }) => revoked_at === null)
  return GIVES.toReversed().find((most) => open.some(({ gives }) => gives === most))
}

/** The browser that came by a link is this guest from now on. */
export async function nameGuest(
  tx: Transaction,
  note: NoteId,
  browser: string,
  guest: string,
): Promise<void> {
  await writing(tx)
    .updateTable('note_doors')
    .set({ guest })
    .where('note', '=', note)
    .where('holder', '=', browser)
    .execute()
}

/** Who came by links and said who they are. */
export async function cameBy(db: Reader, note: NoteId) {
  const rows = await reading(db)
    .selectFrom('note_doors')
    .innerJoin('note_links', 'note_links.id', 'note_doors.link')
    .select(['holder', 'guest', 'gives', 'came_at', 'shut_at'])
    .where('note_doors.note', '=', note)
    .orderBy('came_at')
    .limit(500)
    .execute()
  return rows.flatMap(({ holder, guest, ...row }) => {
    const who = guest ?? (holder.startsWith('per_') ? holder : null)
    return who === null ? [] : [{ who, ...row }]
  })
}

/** Shuts somebody out who came by a link; answers false when nobody did. */
export async function shutOut(
  tx: Transaction,
  note: NoteId,
  who: string,
  { by, now }: By,
): Promise<boolean> {
  const shut = await writing(tx)
    .updateTable('note_doors')
    .set({ shut_at: now })
    .where('note', '=', note)
    .where((eb) => eb.or([eb('guest', '=', who), eb('holder', '=', who)]))
    .where('shut_at', 'is', null)
    .executeTakeFirst()
  if (shut.numUpdatedRows === 0n) return false
  await enter(tx, topicOf(note), [{ kind: 'note.shut-out', data: { who } }], { now, actor: by })
  return true
}

/** What is known of somebody by links goes; that guests were there, their own slice keeps. */
export async function forgetDoors(tx: Transaction, whos: readonly string[]): Promise<void> {
  await writing(tx)
    .deleteFrom('note_doors')
    .where((eb) => eb.or([eb('guest', 'in', [...whos, '']), eb('holder', 'in', [...whos, ''])]))
    .execute()
}
