/**
 * What a node hears: updates and cursors of the same note on other nodes, what was written without
 * an editor, and that somebody may have lost the right to write. With one node alone it hears only
 * itself. What Redis loses is read from the database: updates are there before they are told.
 */
import { IncomingMessage, MessageReceiver } from '@hocuspocus/server'
import { z } from 'zod'
import type { News } from '#kernel/fanout.ts'
import type { Expulsion } from '#kernel/live.ts'
import type { Entry } from '#kernel/record.ts'
import type { Caller } from '#kernel/session.ts'
import { NoteNews, NoteWriter } from '../api/reading.ts'
import { NoteId } from '../api/shapes.ts'
import { apply, type Desk, learnBindings, openHere, type OpenNote, takeIn } from './desk.ts'
import { askAgain } from './entering.ts'
import { end, moveUp, type Seat } from './seat.ts'
import { mayRead } from './standing.ts'

const DESK = 'desk:'
const NOTE = 'note:'
const SIGNED_OUT = 4001

const Word = z.object({
  from: z.string(),
  update: z.base64().optional(),
  cursors: z.base64().optional(),
  seats: z.int().min(0).optional(),
  ask: z.boolean().optional(),
})
const Told = z.object({
  node: z.string(),
  news: NoteNews.optional(),
  writers: z.array(NoteWriter).optional(),
})

/** Tells the other nodes, where there may be any. */
export function tellNodes(
  desk: Desk,
  note: OpenNote['id'],
  word: Omit<z.infer<typeof Word>, 'from'>,
): void {
  if (desk.hall.config.redisUrl) desk.hall.live.pass(`${DESK}${note}`, { from: desk.node, ...word })
}

/** Begins to hear. */
export function listen(desk: Desk): void {
  desk.hall.live.hear((news) => {
    hear(desk, news).catch((cause) => desk.hall.log.error('news of a note were lost', cause))
  })
}

async function hear(desk: Desk, { entry, expel, pass, missed }: News): Promise<void> {
  if (entry?.topic.startsWith(NOTE)) await hearEntry(desk, entry)
  if (entry && REBOUND.has(entry.kind)) await eachOpen(desk, (note) => learnBindings(desk, note))
  if (expel) await hearExpulsion(desk, expel)
  if (pass?.topic.startsWith(DESK)) await hearWord(desk, pass.topic.slice(DESK.length), pass.pass)
  if (pass?.topic.startsWith(NOTE)) await hearTold(desk, pass.topic.slice(NOTE.length), pass.pass)
  if (missed) await eachOpen(desk, (note) => takeIn(desk, note))
}

/** After these, words belong to somebody else than before. */
const REBOUND = new Set(['guest.kept', 'person.erased'])

async function eachOpen(desk: Desk, act: (note: OpenNote) => Promise<void>): Promise<void> {
  for (const id of [...desk.notes.keys()]) {
    const note = await openHere(desk, id)
    if (note) await act(note)
  }
}

async function noteCalled(desk: Desk, name: string) {
  const id = NoteId.safeParse(name)
  return id.success ? openHere(desk, id.data) : null
}

/**
 * Written by an import, locked, approved, shared, renamed: whatever it was, it is looked at anew. What
 * is said about the note changes nothing for those who write in it.
 */
async function hearEntry(desk: Desk, { topic, kind }: Entry): Promise<void> {
  if (kind.startsWith('comment.')) return
  const note = await noteCalled(desk, topic.slice(NOTE.length))
  if (!note) return
  if (kind === 'note.written') await takeIn(desk, note)
  else for (const seat of note.seats) await askAgain(desk, seat)
}

async function hearWord(desk: Desk, name: string, said: unknown): Promise<void> {
  const word = Word.safeParse(said)
  if (!word.success || word.data.from === desk.node) return
  const note = await noteCalled(desk, name)
  if (!note) return
  const { from, update, cursors, seats, ask } = word.data
  if (seats !== undefined) {
    note.elsewhere.heard(from, seats)
    moveUp(note, desk.places)
  }
  if (ask) note.tellSeats()
  if (update) apply(note, Buffer.from(update, 'base64'))
  if (!cursors) return
  const message = new IncomingMessage(Buffer.from(cursors, 'base64'))
  message.readVarString()
  await new MessageReceiver(message, { source: 'redis' }).apply(note.doc)
}

const NUMBERS_KEPT = 1000

async function hearTold(desk: Desk, name: string, said: unknown): Promise<void> {
  if (!desk.hall.config.redisUrl) return
  const told = Told.safeParse(said)
  if (!told.success || told.data.node === desk.node) return
  const { node, news, writers } = told.data
  const id = NoteId.parse(name)
  if (news) {
    desk.elsewhere.delete(id)
    desk.elsewhere.set(id, news.number)
    const [oldest] = desk.elsewhere.keys()
    if (oldest && desk.elsewhere.size > NUMBERS_KEPT) desk.elsewhere.delete(oldest)
  }
  const note = await openHere(desk, id)
  note?.telling.heard({ node, ...(news && { news }), ...(writers && { writers }) })
}

function isMeant({ person, session, browser }: Caller, whom: Expulsion): boolean {
  if (whom.session) return session === whom.session
  if (whom.person) return person === whom.person
  if (whom.browser) return person === null && browser === whom.browser
  return true
}

async function hearExpulsion(desk: Desk, whom: Expulsion): Promise<void> {
  const { topic } = whom
  if (topic?.startsWith(NOTE)) return
  for (const seat of await seatsOf(desk)) {
    if (!isMeant(seat.visit.caller, whom)) continue
    if (topic !== undefined) await askAgain(desk, seat)
    else {
      end(seat, 'not-allowed')
      seat.visit.socket.close(SIGNED_OUT, 'signed out')
    }
  }
  if (topic !== undefined) await expelReaders(desk, whom)
}

async function seatsOf(desk: Desk): Promise<Seat[]> {
  const notes = await Promise.all([...desk.notes.values()])
  return notes.flatMap(({ seats, line }) => [...seats, ...line])
}

/** Who lost the right to read a note hears no more of it. */
async function expelReaders(desk: Desk, whom: Expulsion): Promise<void> {
  const { live, db } = desk.hall
  for (const { topic, caller } of live.whoReads(NOTE)) {
    if (!isMeant(caller, whom)) continue
    if (await mayRead(db, caller, topic.slice(NOTE.length))) continue
    const { topic: _, ...them } = whom
    live.expel({ topic, ...them })
  }
}
