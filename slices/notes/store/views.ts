/** Notes as they are shown to one caller. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { reaches } from '../rules/rights.ts'
import { nameOf } from './circle-notes.ts'
import { noteHolders } from './holders.ts'
import type { Note } from './notes.ts'
import { asksName, belongingIn, keepsNote, standingIn } from './standing.ts'
import { reading } from './tables.ts'

/** One of a list; `main` is the main note of the gathering that is asked for. */
export function listed(note: Note, main: string | undefined) {
  const { id, title, template, holder_kind: kind, holder } = note
  return {
    id,
    title,
    holder: { kind, id: holder },
    main: id === main,
    template,
    madeAt: note.made_at,
    restedAt: note.rested_at,
    locked: note.locked_at !== null,
    approved: note.approved_at !== null,
  }
}

async function done(db: Reader, at: string | null, by: string | null) {
  if (at === null) return null
  const name = by === null ? null : await nameOf(db, by)
  return { at, by: by !== null && name !== null ? { id: by, name } : null }
}

async function gatheringsOf(db: Reader, { id }: Note): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('note_places')
    .select('gathering')
    .where('note', '=', id)
    .orderBy('opened_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ gathering }) => gathering)
}

/** One whole, without its text. */
export async function shownNote(db: Reader, caller: Caller, note: Note) {
  const { holder_kind: kind, holder, returns, approved_sha256: sha256 } = note
  const { main: _main, locked: _locked, approved: _approved, ...heading } = listed(note, undefined)
  const [place, gatherings, me, asks, keep, belonging, lockedAt, approved] = await Promise.all([
    noteHolders.at(kind)?.headingOf(db, holder),
    gatheringsOf(db, note),
    standingIn(db, caller, note),
    asksName(db, caller, note),
    keepsNote(db, caller, note),
    belongingIn(db, caller, note),
    done(db, note.locked_at, note.locked_by),
    done(db, note.approved_at, note.approved_by),
  ])
  const open = note.approved_at === null
  return {
    ...heading,
    place: place ?? null,
    gatherings,
    returns,
    me: { ...me, asksName: asks },
    may: { keep, rename: open && reaches(belonging.right, 'write') },
    lockedAt,
    approvedAt: approved && { ...approved, sha256: sha256 ?? '' },
    publicAt: note.public_at,
  }
}
