/**
 * Taking a seat in a note: as a person or a guest who may write there. Readers stay outside: they
 * read and are told (telling.ts). At most 150 sit, over all nodes; the others wait in line and hear when it is free.
 */
import type { NoEntry } from '../api/socket.ts'
import { reaches } from '../rules/rights.ts'
import { noteOf } from '../store/notes.ts'
import { standingIn } from '../store/standing.ts'
import { type Desk, type OpenNote, openNote } from './desk.ts'
import { deny, end, say, type Seat } from './seat.ts'

type Standing = { who: string; name: string } | { refused: Exclude<NoEntry, 'full'> }

/** As whom they may write there now, or why not. */
export async function standingOf(desk: Desk, seat: Seat): Promise<Standing> {
  const { db } = desk.hall
  const note = await noteOf(db, seat.id)
  if (!note) return { refused: 'not-found' }
  const { right, who, name } = await standingIn(db, seat.visit.caller, note)
  if (right === 'none') return { refused: 'not-found' }
  if (reaches(right, 'write') && who !== null) return { who, name: name ?? '' }
  if (note.approved_at !== null) return { refused: 'approved' }
  return { refused: note.locked_at === null ? 'not-allowed' : 'locked' }
}

/** Lets somebody in, or says why not; answers whether they are. */
export async function enter(desk: Desk, seat: Seat): Promise<boolean> {
  const standing = await standingOf(desk, seat)
  if ('refused' in standing) {
    deny(seat, standing.refused)
    return false
  }
  const note = await openNote(desk, seat.id)
  if (seat.visit.socket.readyState !== seat.visit.socket.OPEN) return false
  if (!takeSeat(note, seat, desk.places)) {
    deny(seat, 'full')
    say(seat, { waiting: placeOf(note, seat) })
    return false
  }
  seat.who = standing.who
  seat.name = standing.name
  seat.state = 'in'
  seat.note = note
  note.telling.writersChanged()
  note.tellSeats()
  return true
}

/** Takes a place if there is one, and if nobody who came before waits for it; else stands in line. */
function takeSeat(note: OpenNote, seat: Seat, places: number): boolean {
  const before = note.line.has(seat) ? placeOf(note, seat) : note.line.size
  const free = note.seats.size + note.elsewhere.count() + before < places
  if (free) {
    note.line.delete(seat)
    note.seats.add(seat)
  } else note.line.add(seat)
  seat.waits = free ? null : note
  return free
}

/** How many wait before them. */
function placeOf(note: OpenNote, seat: Seat): number {
  return [...note.line].indexOf(seat)
}

/** Asks again whether they may: rights were taken, the note was locked, somebody was removed. */
export async function askAgain(desk: Desk, seat: Seat): Promise<void> {
  const standing = await standingOf(desk, seat)
  if (seat.state !== 'in') return
  if ('refused' in standing)
    end(seat, standing.refused === 'not-found' ? 'not-allowed' : standing.refused)
  else if (standing.who !== seat.who) end(seat, 'not-allowed')
}
