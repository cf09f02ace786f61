/** Who comes to the plain page of a note, and how. */
import type { Context } from 'hono'
import { callerAt } from '#kernel/caller.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { browserFor, type Caller } from '#kernel/session.ts'
import type { Gives } from '../../rules/links.ts'
import { reaches } from '../../rules/rights.ts'
import { comeBy, linkBy } from '../../store/links.ts'
import { type Note, noteOf } from '../../store/notes.ts'
import { standingIn } from '../../store/standing.ts'
import { type LinkId, noteIdIn } from '../../store/tables.ts'

export type Visit = {
  note: Note
  caller: Caller
  /** What the link gives that they came by; null: by the note's own address. */
  link: { id: LinkId; gives: Gives } | null
  /** This page below the origin. */
  path: string
}

/** The note behind a word: its own id where the caller may read it, or a link; refuses `not-found`. */
export async function visit(hall: Hall, c: Context, word: string): Promise<Visit> {
  const { db } = hall
  const caller = await callerAt(hall, c)
  const link = word.startsWith('not_') ? undefined : await linkBy(db, word, hall.clock.now())
  const note = await noteOf(db, link?.note ?? noteIdIn(word))
  if (!note) throw new Refused('not-found')
  if (!link && !reaches((await standingIn(db, caller, note)).right, 'read'))
    throw new Refused('not-found')
  const path = `/n/${word}`
  return { note, caller, link: link ? { id: link.id, gives: link.gives } : null, path }
}

/** Keeps that the caller came by this link: from now on the note and its pictures open to them. */
export async function keepDoor(hall: Hall, c: Context, of: Visit): Promise<string | null> {
  const { note, caller, link } = of
  if (!link) return null
  const secure = hall.config.origin.startsWith('https:')
  const holder = caller.person ?? browserFor(c, caller, secure)
  const now = hall.clock.now()
  await hall.transact((tx) => comeBy(tx, { note: note.id, link: link.id, holder, now }))
  return holder
}
