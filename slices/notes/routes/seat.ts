/** A seat: one connection of somebody who writes in one note, or waits to. */
import type { Duplex } from 'node:stream'
import { type Connection, type Hocuspocus, OutgoingMessage } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { Caller } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import type { End, FromHall, NoEntry } from '../api/socket.ts'
import type { NoteId } from '../store/tables.ts'
import type { OpenNote } from './desk.ts'
import { refusals } from './refusals.ts'
import { writingRefusals } from './writing-refusals.ts'

/** One socket, with its seats in several notes. */
export type Visit = {
  socket: WebSocket
  /** What the socket stands on. */
  stream: Duplex
  caller: Caller
  link: ReturnType<Hocuspocus['handleConnection']>
  seats: Map<string, Seat>
  /** How many may write in one note. */
  places: number
}

export type Seat = {
  visit: Visit
  /** As the client calls it: the id of the note, with a name of its session behind it or not. */
  address: string
  id: NoteId
  state: 'new' | 'in' | 'over'
  /** Set once somebody is in. */
  note: OpenNote | null
  /** Where they wait for a place. */
  waits: OpenNote | null
  who: string
  name: string
  connection: Connection | null
  /** What came before it was asked who they are. */
  early: Uint8Array[]
  /** What goes on now; what comes meanwhile waits for it. */
  turn: Promise<void> | null
  /** Told their number. */
  greeted: boolean
  /** How often in a row their copy was found to be another. */
  apart: number
}

export function newSeat(visit: Visit, address: string, id: NoteId): Seat {
  return {
    visit,
    address,
    id,
    state: 'new',
    note: null,
    waits: null,
    who: '',
    name: '',
    connection: null,
    early: [],
    turn: null,
    greeted: false,
    apart: 0,
  }
}

function send({ visit: { socket } }: Seat, message: OutgoingMessage): void {
  if (socket.readyState === socket.OPEN) socket.send(message.toUint8Array())
}

/** Says something beside the protocol. */
export function say(seat: Seat, what: FromHall): void {
  send(seat, new OutgoingMessage(seat.address).writeStateless(JSON.stringify(what)))
}

/** Does not let them in. */
export function deny(seat: Seat, why: NoEntry): void {
  seat.state = 'new'
  seat.early = []
  send(seat, new OutgoingMessage(seat.address).writePermissionDenied(why))
}

const SENTENCES: Record<End, string> = {
  locked: 'note-locked',
  approved: 'note-approved',
  'not-allowed': 'note-not-yours',
  'update-too-large': 'update-too-large',
  'update-not-understood': 'update-not-understood',
  'note-full': 'note-full',
  'name-of-another': 'name-of-another',
  'too-often': 'too-many-changes',
}

export const CLOSE_ENDED = 4403
export const CLOSE_TOO_OFTEN = 4429

/** Ends a seat and says why. Who wrote too often comes back by themselves, a little later. */
export function end(seat: Seat, why: End): void {
  if (seat.state === 'over') return
  const meaning = { ...refusals, ...writingRefusals }[SENTENCES[why]]
  const sentence = meaning ? wordsIn(seat.visit.caller.locale).say(meaning.say) : ''
  say(seat, { ended: why, say: sentence })
  leave(seat)
  seat.connection?.close({ code: CLOSE_ENDED, reason: why })
  if (why === 'too-often') seat.visit.socket.close(CLOSE_TOO_OFTEN, why)
}

/** Gets up, or goes out of the line: the others move up, the first hear that there is a place. */
export function leave(seat: Seat): void {
  const { note, waits } = seat
  seat.state = 'over'
  seat.note = null
  seat.waits = null
  if (waits) waits.line.delete(seat)
  else if (!note?.seats.delete(seat)) return
  note?.telling.writersChanged()
  note?.tellSeats()
  const at = note ?? waits
  if (at) moveUp(at, seat.visit.places)
}

/** Tells who waits in line how many are before them, or that there is a place. */
export function moveUp({ line, seats, elsewhere }: OpenNote, places: number): void {
  const free = Math.max(0, places - seats.size - elsewhere.count())
  for (const [at, waiting] of [...line].entries())
    say(waiting, at < free ? { free: true } : { waiting: at - free })
}

/** Does one thing after the other; at once when nothing goes on. */
export function inTurn(
  seat: Seat,
  run: () => void | Promise<void>,
  failed: (cause: unknown) => void,
): void {
  const going = seat.turn ? seat.turn.then(run) : run()
  if (!going) return
  const turn = going.catch(failed).then(() => {
    if (seat.turn === turn) seat.turn = null
  })
  seat.turn = turn
}
