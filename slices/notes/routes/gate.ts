/**
 * The gate of `/notes/live`: every frame passes here before Hocuspocus hears of it. What is written
 * is checked, given to its author and stored; only then it goes on, so that what Hocuspocus
 * acknowledges is saved and what it tells others is stored.
 */
import { IncomingMessage, MessageType } from '@hocuspocus/server'
import * as Y from 'yjs'
import { NoteId } from '../api/shapes.ts'
import { ToHall } from '../api/socket.ts'
import { UPDATE_BYTES } from '../rules/limits.ts'
import { hashOf } from '../rules/hash.ts'
import type { Desk, OpenNote } from './desk.ts'
import { enter } from './entering.ts'
import { deny, end, inTurn, leave, newSeat, say, type Seat, type Visit } from './seat.ts'
import { checkUpdate, claim, numberOf } from './writing.ts'

const EARLY_FRAMES = 50
const EARLY_BYTES = UPDATE_BYTES + 1_000_000
const SEATS_A_SOCKET = 10
const CURSOR_BYTES = 8000
const STEP_1 = 0
const NOT_UNDERSTOOD = 4400

type Frame = { data: Uint8Array; type: number; message: IncomingMessage }

function readFrame(data: Uint8Array): (Frame & { address: string }) | null {
  try {
    const message = new IncomingMessage(data)
    const address = message.readVarString()
    return { data, address, type: message.readVarUint(), message }
  } catch {
    return null
  }
}

/** The seat that a frame is for. */
function seatAt(visit: Visit, address: string): Seat | null {
  const known = visit.seats.get(address)
  if (known) return known
  const id = NoteId.safeParse(address.split('\0')[0])
  if (!id.success || visit.seats.size >= SEATS_A_SOCKET) return null
  const seat = newSeat(visit, address, id.data)
  visit.seats.set(address, seat)
  return seat
}

/** Takes a frame from a socket. */
export function take(desk: Desk, visit: Visit, data: Uint8Array): void {
  if (desk.over) return
  const frame = readFrame(data)
  const seat = frame && seatAt(visit, frame.address)
  if (!frame || !seat) return visit.socket.close(NOT_UNDERSTOOD, 'not understood')
  const failed = (cause: unknown) => {
    desk.hall.log.error('a frame of a note failed', cause)
    visit.socket.close(1013, 'try again')
  }
  try {
    inTurn(seat, () => obey(desk, seat, frame), failed)
  } catch (cause) {
    failed(cause)
  }
}

function obey(desk: Desk, seat: Seat, frame: Frame): void | Promise<void> {
  if (seat.state === 'in' && seat.note) return obeyInside(desk, seat, seat.note, frame)
  if (frame.type === MessageType.Auth) return letIn(desk, seat, frame)
  if (seat.state === 'over') return
  seat.early.push(frame.data)
  const bytes = seat.early.reduce((sum, each) => sum + each.byteLength, 0)
  if (seat.early.length > EARLY_FRAMES || bytes > EARLY_BYTES) {
    seat.early = []
    deny(seat, 'not-allowed')
  }
}

async function letIn(desk: Desk, seat: Seat, { data }: Frame): Promise<void> {
  seat.state = 'new'
  if (!(await enter(desk, seat))) return
  seat.visit.link.handleMessage(data)
  const early = seat.early
  seat.early = []
  for (const each of early) {
    const frame = readFrame(each)
    if (frame) await obey(desk, seat, frame)
  }
}

function obeyInside(desk: Desk, seat: Seat, note: OpenNote, frame: Frame): void | Promise<void> {
  const { type, data, message } = frame
  if (type === MessageType.Sync || type === MessageType.SyncReply) {
    let update: Uint8Array
    try {
      if (message.readVarUint() === STEP_1) return passOn(seat, note, data)
      update = message.readVarUint8Array()
    } catch {
      return end(seat, 'update-not-understood')
    }
    return write(desk, seat, note, { data, update })
  }
  if (type === MessageType.Awareness) return point(desk, seat, note, frame)
  if (type === MessageType.Stateless) return hear(desk, seat, note, message)
  if (type === MessageType.CLOSE) {
    leave(seat)
    seat.visit.link.handleMessage(data)
  }
  if (type === MessageType.QueryAwareness) passOn(seat, note, data)
}

/** Hands a frame on, after all that is being stored before it. */
function passOn({ visit, who }: Seat, { store }: OpenNote, data: Uint8Array): void {
  if (!store.busy) return visit.link.handleMessage(data)
  store.put({ bytes: null, who, done: () => visit.link.handleMessage(data) })
}

type Written = { data: Uint8Array; update: Uint8Array }

function write(desk: Desk, seat: Seat, note: OpenNote, written: Written): void | Promise<void> {
  const checked = checkUpdate(desk, note, seat.who, written.update)
  if ('refused' in checked)
    return end(seat, checked.refused === 'too-many-changes' ? 'too-often' : checked.refused)
  if (checked.nothing) return passOn(seat, note, written.data)
  const mine = claim(desk, note, checked.update.clients, seat)
  if (mine === true) return keep(seat, note, written)
  if (mine === false) return refuse(desk, seat)
  return mine.then((yes) => {
    if (seat.state !== 'in') return
    greet(seat, note)
    return yes ? keep(seat, note, written) : refuse(desk, seat)
  })
}

function refuse(desk: Desk, seat: Seat): void {
  desk.hall.log.info('an update in the name of somebody else was refused', { who: seat.who })
  end(seat, 'name-of-another')
}

function keep(seat: Seat, note: OpenNote, { data, update }: Written): void {
  note.size += update.byteLength
  note.store.put({
    bytes: update,
    who: seat.who,
    done() {
      // What follows for its author (acknowledged, shown, saved) goes out together.
      if (!unsaid.has(seat)) seat.visit.stream.cork()
      seat.visit.link.handleMessage(data)
      unsaid.add(seat)
      if (unsaid.size === 1) setImmediate(saySaved)
    },
  })
}

/** Who is to hear that what they wrote is saved, once Hocuspocus has it. */
const unsaid = new Set<Seat>()

function saySaved(): void {
  const vectors = new Map<OpenNote, string>()
  for (const seat of unsaid) {
    // After what the engine sends in this same turn.
    setImmediate(() => seat.visit.stream.uncork())
    if (!seat.note) continue
    const known = vectors.get(seat.note)
    const vector = known ?? Buffer.from(Y.encodeStateVector(seat.note.doc)).toString('base64')
    vectors.set(seat.note, vector)
    say(seat, { saved: vector })
  }
  unsaid.clear()
}

/** A cursor moves. Who it belongs to is asked before anybody sees it. */
function point(
  desk: Desk,
  seat: Seat,
  note: OpenNote,
  { data, message }: Frame,
): void | Promise<void> {
  const clients = pointers(message)
  if (!clients || data.byteLength > CURSOR_BYTES) return
  const move = () => {
    greet(seat, note)
    note.cursors.move(seat, () => passOn(seat, note, data))
  }
  const mine = claim(desk, note, clients, seat)
  if (mine === true) return move()
  if (mine === false) return
  return mine.then((yes) => (yes && seat.state === 'in' ? move() : undefined))
}

/** The clients that an awareness update speaks of; null when it is none. */
function pointers(message: IncomingMessage): number[] | null {
  try {
    const inner = new IncomingMessage(message.peekVarUint8Array())
    return Array.from({ length: Math.min(inner.readVarUint(), 100) }, () => {
      const client = inner.readVarUint()
      inner.readVarUint()
      inner.readVarString()
      return client
    })
  } catch {
    return null
  }
}

function greet(seat: Seat, note: OpenNote): void {
  const number = numberOf(note, seat.who)
  if (seat.greeted || number === null) return
  seat.greeted = true
  say(seat, { you: { who: seat.who, name: seat.name, number } })
  note.telling.writersChanged()
}

const APART_BEFORE_SAID = 2

/** Compares their copy with ours, when both have seen the same. */
function hear(desk: Desk, seat: Seat, note: OpenNote, message: IncomingMessage): void {
  const said = readCheck(message)
  if (!said || note.store.busy) return
  const ours = Buffer.from(Y.encodeStateVector(note.doc))
  const theirs = Y.decodeStateVector(Buffer.from(said.check.vector, 'base64'))
  const same =
    theirs.size === Y.decodeStateVector(ours).size &&
    [...Y.decodeStateVector(ours)].every(([client, clock]) => theirs.get(client) === clock)
  if (!same) return
  seat.apart = said.check.hash === hashOf(note.doc) ? 0 : seat.apart + 1
  if (seat.apart === 0) say(seat, { inStep: true })
  if (seat.apart < APART_BEFORE_SAID) return
  desk.hall.log.error('a copy of a note is out of step', null, { note: note.id, who: seat.who })
  say(seat, { inStep: false })
}

function readCheck(message: IncomingMessage): ToHall | null {
  try {
    const read = ToHall.safeParse(JSON.parse(message.readVarString()))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
