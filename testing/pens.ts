/**
 * Somebody who writes in a note, as the editor does: a Yjs document and a Hocuspocus provider over a
 * real socket, with their cookies. A member of the circle writes in its notes.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { FromHall, NOTES_SOCKET } from '#slices/notes/api/socket.ts'
import { hashOf } from '#slices/notes/rules/hash.ts'
import { textOf } from '#slices/notes/rules/pieces.ts'
import { fragmentOf } from '#slices/notes/rules/tree.ts'

export type Pen = {
  doc: Y.Doc
  provider: HocuspocusProvider
  /** What the hall said beside the protocol. */
  said: FromHall[]
  /** Why one was not let in. */
  denied: string[]
  text(): string
  /** A new paragraph at the end. */
  writes(text: string): void
  /** Up to which clock of their own the hall said that all is saved. */
  savedTo(): number
  /** Nothing is on its way any more. */
  saved(): boolean
  until(met: () => boolean, what?: string): Promise<void>
  /** The line is lost; `back` takes it up again. */
  away(): void
  back(): void
  end(): void
}

const PATIENCE_MS = 10_000

export async function holds(met: () => boolean, what: string): Promise<void> {
  for (const late = performance.now() + PATIENCE_MS; !met(); await rest(5))
    if (performance.now() > late) throw new Error(`waited in vain for ${what}`)
}

/** Appends a paragraph to a note. */
export function appendParagraph(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const fragment = fragmentOf(doc)
  fragment.insert(fragment.length, [paragraph])
}

function socketWith(headers: Record<string, string>) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers, perMessageDeflate: false })
      this.on('error', () => {})
    }
  }
}

/** Sits down at a note; `doc` takes up one that was begun before. */
export function takePen(
  origin: string,
  note: string,
  cookie: string,
  doc: Y.Doc = new Y.Doc(),
): Pen {
  const line = new HocuspocusProviderWebsocket({
    url: `${origin.replace('http', 'ws')}${NOTES_SOCKET}`,
    WebSocketPolyfill: socketWith({ cookie, origin }),
    delay: 50,
    minDelay: 50,
    maxDelay: 200,
    jitter: false,
  })
  const [said, denied]: [FromHall[], string[]] = [[], []]
  let savedTo = 0
  function hear(what: FromHall) {
    said.push(what)
    if (!('saved' in what)) return
    const vector = Y.decodeStateVector(Buffer.from(what.saved, 'base64'))
    savedTo = vector.get(doc.clientID) ?? savedTo
  }
  const provider = new HocuspocusProvider({
    websocketProvider: line,
    name: note,
    document: doc,
    token: 'cookies',
    onStateless: ({ payload }) => hear(FromHall.parse(JSON.parse(payload))),
    onAuthenticationFailed: ({ reason }) => denied.push(reason),
  })
  provider.attach()
  return {
    doc,
    provider,
    said,
    denied,
    text: () => textOf(doc),
    writes: (text) => appendParagraph(doc, text),
    savedTo: () => savedTo,
    saved: () => provider.synced && !provider.hasUnsyncedChanges,
    until: (met, what = 'what was written') =>
      holds(met, what).catch((cause: unknown) => {
        const { unsyncedChanges, isSynced, isAuthenticated } = provider
        const heard = JSON.stringify([...denied, ...said.slice(-3)])
        throw new Error(
          `unsynced ${unsyncedChanges}, synced ${isSynced}, in ${isAuthenticated}: ${heard}`,
          { cause },
        )
      }),
    away: () => line.disconnect(),
    back: () => void line.connect(),
    end() {
      // A line that was lost is taken up again by a timer that knows nothing of its end.
      line.connect = async () => {}
      provider.destroy()
      line.destroy()
    },
  }
}

/** Whether all hold the same. */
export function agree(docs: readonly Y.Doc[]): boolean {
  return new Set(docs.map(hashOf)).size === 1
}
