/**
 * Writing in a note: the text in this browser, kept here as it is typed, and its line to the hall.
 * `state` says truly what is saved, who one is, whether one waits, and why one can't go on.
 */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { decodeStateVector, Doc, encodeStateVector } from 'yjs'
import type { z } from 'zod'
import { ProblemError } from '#web/kit/problem.ts'
import type { NoteId } from '../../api/shapes.ts'
import { type End, type FromHall, NOTES_SOCKET, type NoEntry } from '../../api/socket.ts'
import { hashOf } from '../../rules/hash.ts'
import { fromBase64, toBase64 } from './bytes.ts'
import { CalmAwareness } from './cursors.ts'
import { type Detour, takeDetour } from './detour.ts'
import { covers, type Kept, keptAs, type Line } from './kept.ts'
import { openShelf, type Shelf } from './shelf.ts'

const CHECK_MS = 30_000
/** How long a socket may stay closed while the browser is online before the detour is taken. */
const DETOUR_AFTER_MS = 6000

export type Ended = { why: End | NoEntry | string; say: string | null }
export type WritingState = {
  kept: Kept
  /** Changes that the hall has not acknowledged. */
  open: number
  savedAt: number | null
  /** The text is here: from the hall, or from this browser while away. */
  ready: boolean
  me: { who: string; name: string; number: number } | null
  ended: Ended | null
  /** How many wait before; null when one does not wait. */
  waiting: number | null
  /** The sockets are closed and the text goes the other way. */
  roundabout: boolean
}

export type Writing = {
  doc: Doc
  awareness: CalmAwareness
  watch: (watcher: () => void) => () => void
  state: () => WritingState
  /** Tries the line at once. */
  tryNow: () => void
  /** What this browser keeps is not wanted any more. */
  forget: () => void
  close: () => void
}

const START: Line = {
  on: false,
  open: 0,
  covered: null,
  inStep: true,
  keptHere: false,
  ended: false,
  everOn: false,
}

/** What all parts of one writing share. */
class Desk {
  readonly doc = new Doc()
  readonly awareness = new CalmAwareness(this.doc)
  readonly #watchers = new Set<() => void>()
  line: Line = START
  #state: WritingState = {
    kept: 'opening',
    open: 0,
    savedAt: null,
    ready: false,
    me: null,
    ended: null,
    waiting: null,
    roundabout: false,
  }
  /** What the hall said last that is stored, and what was written here by then. */
  #stored: Map<number, number> | null = null

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  state = (): WritingState => this.#state

  tell(line: Partial<Line>, change: Partial<WritingState> = {}): void {
    this.line = { ...this.line, ...line }
    const kept = keptAs(this.line)
    const { open } = this.line
    const before = this.#state
    const savedAt = kept === 'saved' && before.kept !== 'saved' ? Date.now() : before.savedAt
    this.#state = { ...before, kept, open, savedAt, ...change }
    if (Object.entries(this.#state).some(([name, value]) => value !== Object(before)[name]))
      for (const watcher of this.#watchers) watcher()
  }

  /** The socket is closed; on the detour that changes nothing. */
  lost(): void {
    if (!this.#state.roundabout) this.tell({ on: false })
  }

  stored(vector: string): void {
    this.#stored = decodeStateVector(fromBase64(vector))
    this.tell({ covered: this.#isCovered() })
  }

  wrote(): void {
    if (this.#stored) this.tell({ covered: this.#isCovered() })
  }

  #isCovered(): boolean {
    const mine = this.doc.store.clients.get(this.doc.clientID)?.at(-1)
    if (!mine || !this.#stored) return true
    return covers(this.#stored, new Map([[this.doc.clientID, mine.id.clock + mine.length]]))
  }
}

type Note = z.infer<typeof NoteId>

function heard(desk: Desk, provider: HocuspocusProvider, said: FromHall): void {
  if ('you' in said) desk.tell({}, { me: said.you, waiting: null })
  else if ('saved' in said) desk.stored(said.saved)
  else if ('ended' in said) {
    desk.tell({ ended: true, on: false }, { ended: { why: said.ended, say: said.say } })
    provider.configuration.websocketProvider.disconnect()
  } else if ('waiting' in said) desk.tell({}, { waiting: said.waiting })
  else if ('free' in said) {
    void provider.sendToken().then(() => provider.startSync())
  } else desk.tell({ inStep: said.inStep })
}

function connect(note: Note, desk: Desk): HocuspocusProvider {
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${location.origin.replace(/^http/, 'ws')}${NOTES_SOCKET}`,
    delay: 500,
    minDelay: 500,
    maxDelay: 8000,
  })
  const provider: HocuspocusProvider = new HocuspocusProvider({
    name: note,
    document: desk.doc,
    awareness: desk.awareness,
    websocketProvider,
    onSynced: () => desk.tell({ on: true, everOn: true }, { ready: true, roundabout: false }),
    onDisconnect: () => desk.lost(),
    onClose: () => desk.lost(),
    onUnsyncedChanges({ number }) {
      if (!desk.state().roundabout) desk.tell({ open: number })
    },
    onStateless: ({ payload }) => heard(desk, provider, JSON.parse(payload)),
    onAuthenticationFailed({ reason }) {
      if (reason === 'full') desk.tell({ on: false }, { waiting: desk.state().waiting ?? 0 })
      else desk.tell({ ended: true, on: false }, { ended: { why: reason, say: null } })
    },
  })
  provider.attach()
  return provider
}

/** When the browser says that it is away or back, the line follows at once. */
function awayAndBack(desk: Desk, provider: HocuspocusProvider): () => void {
  const socket = provider.configuration.websocketProvider
  const goAway = (): void => {
    socket.disconnect()
    desk.lost()
  }
  const comeBack = (): void => {
    if (desk.state().ended === null) void socket.connect()
  }
  window.addEventListener('offline', goAway)
  window.addEventListener('online', comeBack)
  return () => {
    window.removeEventListener('offline', goAway)
    window.removeEventListener('online', comeBack)
  }
}

/** Compares the copies every half minute, when nothing is on its way. */
function checking(desk: Desk, provider: HocuspocusProvider): () => void {
  const timer = setInterval(() => {
    if (!desk.line.on || desk.line.open > 0) return
    const vector = toBase64(encodeStateVector(desk.doc))
    provider.sendStateless(JSON.stringify({ check: { vector, hash: hashOf(desk.doc) } }))
  }, CHECK_MS)
  return () => clearInterval(timer)
}

function detourOf(note: Note, desk: Desk): Detour {
  return takeDetour(note, desk.doc, {
    wrote: () => desk.tell({ open: 1 }),
    came({ vector }, isMore) {
      const line = { on: true, everOn: true, open: isMore ? 1 : 0 }
      desk.tell(line, { ready: true, roundabout: true })
      desk.stored(vector)
    },
    refused(cause) {
      if (!(cause instanceof ProblemError)) return desk.tell({ on: false })
      const ended = { why: cause.problem.name, say: cause.problem.title }
      desk.tell({ ended: true, on: false }, { ended, roundabout: false })
    },
  })
}

/** Takes the detour while the browser is online and the socket stays closed. */
function detouring(note: Note, desk: Desk, provider: HocuspocusProvider): () => void {
  let detour: Detour | null = null
  let openAt = Date.now()
  const timer = setInterval(() => {
    const { ended, waiting } = desk.state()
    const isOpen = provider.isSynced
    if (isOpen || !navigator.onLine) openAt = Date.now()
    if (detour && (isOpen || ended)) {
      detour.stop()
      detour = null
    }
    const isLong = Date.now() - openAt > DETOUR_AFTER_MS
    if (!detour && isLong && !ended && waiting === null) detour = detourOf(note, desk)
  }, 1000)
  return () => {
    clearInterval(timer)
    detour?.stop()
  }
}

/** Opens a note for writing, as somebody. */
export function openWriting(note: Note, who: string): Writing {
  const desk = new Desk()
  const closers: (() => void)[] = []
  let provider: HocuspocusProvider | null = null
  let shelf: Shelf | null = null
  let isClosed = false
  let isForgotten = false
  async function open(): Promise<void> {
    shelf = await openShelf(note, who, desk.doc)
    await shelf.read
    if (isClosed) return shelf.close(false)
    const isHere = desk.doc.store.clients.size > 0
    desk.tell({ keptHere: shelf.keeps }, { ready: isHere })
    desk.doc.on('update', () => desk.wrote())
    provider = connect(note, desk)
    closers.push(
      awayAndBack(desk, provider),
      checking(desk, provider),
      detouring(note, desk, provider),
    )
  }
  void open()
  return {
    doc: desk.doc,
    awareness: desk.awareness,
    watch: desk.watch,
    state: desk.state,
    tryNow: () => void provider?.configuration.websocketProvider.connect(),
    forget() {
      isForgotten = true
    },
    close() {
      isClosed = true
      for (const closer of closers) closer()
      const isSaved = desk.state().kept === 'saved'
      const socket = provider?.configuration.websocketProvider
      // A line that was lost is taken up again by a timer that knows nothing of its end.
      if (socket) socket.connect = async () => {}
      provider?.destroy()
      socket?.destroy()
      shelf?.close(isSaved || isForgotten)
      desk.doc.destroy()
    },
  }
}
