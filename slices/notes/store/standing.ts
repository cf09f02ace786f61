/** What a caller may do with a note: by where it belongs, by the gatherings that open it, by links. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { guestOf, shownName } from '#slices/people/index.ts'
import { reaches, rightIn, type Standing, strongest } from '../rules/rights.ts'
import { nameOf } from './circle-notes.ts'
import { noteHolders } from './holders.ts'
import { givenTo } from './links.ts'
import type { Holding, Note } from './notes.ts'
import { reading } from './tables.ts'

const NOBODY: Standing = { right: 'none', who: null, name: null }
/** Law 2 of rules/rights.ts: so many of the gatherings that opened a note count. */
const LATEST = 3

/** What the caller may do where notes belong, and as whom. */
export async function standingAt(
  db: Reader,
  caller: Caller,
  { kind, id }: Holding,
): Promise<Standing> {
  return (await noteHolders.at(kind)?.standingOf(db, caller, id)) ?? NOBODY
}

async function openedIn(db: Reader, { id, holder }: Note): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('note_places')
    .select('gathering')
    .where('note', '=', id)
    .where('gathering', '!=', holder)
    .orderBy('opened_at', 'desc')
    .limit(LATEST)
    .execute()
  return rows.map(({ gathering }) => gathering)
}

/** What the caller may do by belonging, before a lock, and without any link. */
export async function belongingIn(db: Reader, caller: Caller, note: Note): Promise<Standing> {
  const { holder_kind: kind, holder: id } = note
  const own = await standingAt(db, caller, { kind, id })
  if (own.right === 'write') return own
  const others = await openedIn(db, note)
  const more = others.map((gathering) =>
    standingAt(db, caller, { kind: 'gathering', id: gathering }),
  )
  return strongest([own, ...(await Promise.all(more))])
}

/** What the caller may do by the links they came by, and by its being public. */
async function linkStanding(db: Reader, caller: Caller, note: Note): Promise<Standing> {
  const { person, browser } = caller
  const everybody = note.public_at === null ? NOBODY : { ...NOBODY, right: 'read' as const }
  const gives = await givenTo(db, note.id, [person, browser])
  if (!gives) return everybody
  const guest = person === null ? await guestOf(db, note.id, browser) : null
  const who = person ?? guest?.id ?? null
  const name = guest ? shownName(guest) : person ? await nameOf(db, person) : null
  return { right: gives, who, name }
}

/** Whether the caller would get more by saying their name (law 5 of rules/rights.ts). */
export async function asksName(db: Reader, caller: Caller, note: Note): Promise<boolean> {
  if (caller.person !== null || note.locked_at !== null || note.approved_at !== null) return false
  const { right, who } = await linkStanding(db, caller, note)
  return who === null && reaches(right, 'comment')
}

/** What the caller may do with this note, and as whom they would write. */
export async function standingIn(db: Reader, caller: Caller, note: Note): Promise<Standing> {
  const own = await belongingIn(db, caller, note)
  const all = own.right === 'write' ? own : strongest([own, await linkStanding(db, caller, note)])
  const { right, ...as } = all
  const state = { locked: note.locked_at !== null, approved: note.approved_at !== null }
  return { right: rightIn(right, state), ...as }
}

/** Whether the caller keeps this note (law 6 of rules/rights.ts). */
export async function keepsNote(db: Reader, caller: Caller, note: Note): Promise<boolean> {
  if (caller.person === null) return false
  const { holder_kind: kind, holder: id } = note
  if (await noteHolders.at(kind)?.keeps(db, caller, id)) return true
  if (note.made_by !== caller.person) return false
  return reaches((await belongingIn(db, caller, note)).right, 'write')
}

/** Whether the caller keeps notes where they belong. */
export async function keepsAt(db: Reader, caller: Caller, { kind, id }: Holding): Promise<boolean> {
  return (await noteHolders.at(kind)?.keeps(db, caller, id)) ?? false
}
