/** The door of `/notes/live`, and the desk behind it: one for a hall, made when it is first needed. */
import { type beforeHandleAwarenessPayload, Hocuspocus, OutgoingMessage } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Hall } from '#kernel/hall.ts'
import type { Door } from '#kernel/slice.ts'
import { NoteId } from '../api/shapes.ts'
import { patience, WRITERS_MOST } from '../rules/limits.ts'
import { foldNote } from '../store/texts.ts'
import { createCursors } from './cursors.ts'
import {
  closeNote,
  type Desk,
  type Furniture,
  learnBindings,
  openHere,
  type OpenNote,
} from './desk.ts'
import { COUNT_MS, createElsewhere } from './elsewhere.ts'
import { askAgain } from './entering.ts'
import { take } from './gate.ts'
import { listen, tellNodes } from './nodes.ts'
import { Store } from './storing.ts'
import { end, leave, type Seat, type Visit } from './seat.ts'
import { Telling, type Writer } from './telling.ts'
import { wireOf } from './wire.ts'
import { numberOf } from './writing.ts'

const FRAME_BYTES = 12_000_000
const ASK_AGAIN_MS = 60_000

const desks = new WeakMap<Hall, Desk>()

/** The desk of a hall. */
export function deskOf(hall: Hall): Desk {
  const known = desks.get(hall)
  if (known) return known
  const desk: Desk = {
    hall,
    node: crypto.randomUUID(),
    engine: new Hocuspocus(),
    notes: new Map(),
    closing: new Map(),
    furnish,
    over: false,
    places: WRITERS_MOST,
    elsewhere: new Map(),
    authored: new Map(),
  }
  desk.engine = engineOf(desk)
  desks.set(hall, desk)
  listen(desk)
  return desk
}

type Context = { visit?: Visit; updates?: Uint8Array[] }

function engineOf(desk: Desk): Hocuspocus {
  return new Hocuspocus<Context>({
    quiet: true,
    async onLoadDocument({ context, document }) {
      for (const update of context.updates ?? []) Y.applyUpdate(document, update)
    },
    async connected({ context, connection }) {
      const seat = context.visit?.seats.get(connection.messageAddress)
      if (seat?.state === 'in') seat.connection = connection
      else connection.close()
    },
    beforeHandleAwareness: (payload) => nameCursors(desk, payload),
    async onAwarenessUpdate({ documentName, document, added, updated, connection }) {
      const id = NoteId.safeParse(documentName)
      if (!desk.hall.config.redisUrl || !connection || !id.success) return
      if (added.length + updated.length === 0) return
      const message = new OutgoingMessage(documentName).createAwarenessUpdateMessage(
        document.awareness,
        [...added, ...updated],
      )
      tellNodes(desk, id.data, { cursors: Buffer.from(message.toUint8Array()).toString('base64') })
    },
  })
}

/** A cursor goes under the name and number of who is bound to it; another's is left out. */
async function nameCursors(
  desk: Desk,
  { states, connection, context, documentName }: beforeHandleAwarenessPayload<Context>,
) {
  const seat = connection && context?.visit?.seats.get(connection.messageAddress)
  const id = NoteId.safeParse(documentName)
  const note = seat?.note ?? (id.success ? await openHere(desk, id.data) : null)
  // Hocuspocus reads them in an Awareness that has one client of its own.
  const unknown = [...states.keys()].filter((client) => !note?.bindings.has(client))
  if (note && !connection && unknown.length > 1) await learnBindings(desk, note)
  for (const [client, state] of states) {
    const bound = note?.bindings.get(client)
    if (!bound || (connection && bound.who !== seat?.who)) states.delete(client)
    else if (seat) state['user'] = { who: seat.who, name: seat.name, number: bound.number }
  }
}

function furnish(desk: Desk, id: OpenNote['id'], doc: Y.Doc, seats: ReadonlySet<Seat>): Furniture {
  const { hall, node } = desk
  const writers = () => [
    ...new Map([...seats].flatMap(asWriter).map((one) => [one.who, one])).values(),
  ]
  const telling = new Telling({ hall, node, note: id, doc, writers })
  const store = new Store({
    hall,
    note: id,
    patience: () => patience(seats.size),
    stored(update) {
      tellNodes(desk, id, { update: Buffer.from(update).toString('base64') })
      setImmediate(() => telling.touched())
    },
    grown: () =>
      void hall
        .transact((tx) => foldNote(tx, id))
        .catch((cause) => hall.log.error('a note could not be folded', cause, { note: id })),
    lost: () => seats.forEach((seat) => end(seat, 'not-allowed')),
  })
  return {
    telling,
    store,
    writers,
    cursors: createCursors(),
    elsewhere: createElsewhere(),
    tellSeats: (ask = false) => tellNodes(desk, id, { seats: seats.size, ...(ask && { ask }) }),
  }
}

function asWriter({ note, who, name }: Seat): Writer[] {
  const number = note && numberOf(note, who)
  return number === null ? [] : [{ who, name, number }]
}

/** The door of the hall to its notes. */
export function openDoor(hall: Hall): Door {
  const desk = deskOf(hall)
  const asking = setInterval(() => void askAll(desk), ASK_AGAIN_MS)
  const counting = setInterval(() => void tellAll(desk), COUNT_MS)
  return {
    maxPayload: FRAME_BYTES,
    meet(socket, stream, caller) {
      const request = new Request('http://hall/notes/live')
      const seats = new Map<string, Seat>()
      const context: Context = {}
      const link = desk.engine.handleConnection(wireOf(socket, stream), request, context)
      const visit: Visit = { socket, stream, caller, link, seats, places: desk.places }
      context.visit = visit
      socket.on('message', (data: Buffer) => take(desk, visit, data))
      socket.on('close', (code, reason) => {
        for (const seat of seats.values()) leave(seat)
        link.handleClose({ code, reason: reason.toString() })
      })
    },
    async close() {
      clearInterval(asking)
      clearInterval(counting)
      desk.over = true
      const notes = await Promise.all([...desk.notes.values()])
      for (const note of notes) for (const seat of note.seats) seat.visit.socket.close(1001)
      await Promise.all(notes.map((note) => closeNote(desk, note)))
    },
  }
}

/** Other nodes hear how many sit here. */
async function tellAll(desk: Desk): Promise<void> {
  for (const opening of desk.notes.values()) (await opening.catch(() => null))?.tellSeats()
}

async function askAll(desk: Desk): Promise<void> {
  for (const opening of desk.notes.values()) {
    const note = await opening.catch(() => null)
    for (const seat of note?.seats ?? []) await askAgain(desk, seat)
  }
}
