/** Writing without a socket: updates by HTTP, checked, stored and told as those by socket. */
import * as Y from 'yjs'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { pushToNote } from '../api/reading.ts'
import { hashOf } from '../rules/hash.ts'
import type { Author } from '../store/clients.ts'
import { apply, type Desk, openNote, type OpenNote } from './desk.ts'
import { deskOf } from './door.ts'
import { seeNote } from './standing.ts'
import { checkUpdate, claim, numberOf } from './writing.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

async function write(desk: Desk, note: OpenNote, author: Author, bytes: Uint8Array) {
  const checked = checkUpdate(desk, note, author.who, bytes)
  if ('refused' in checked) throw new Refused(checked.refused)
  if (checked.nothing) return
  if (!(await claim(desk, note, checked.update.clients, author)))
    throw new Refused('name-of-another')
  await new Promise<void>((resolve) => {
    note.store.put({
      bytes,
      who: author.who,
      done() {
        apply(note, bytes)
        resolve()
      },
    })
  })
}

function missing(note: OpenNote, vector: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(note.doc, vector)
  } catch {
    throw new Refused('update-not-understood')
  }
}

export const postingServings = [
  serve(pushToNote, async ({ hall, db, caller, params, body }) => {
    const desk = deskOf(hall)
    const { note: seen, standing } = await seeNote(db, caller, params.note)
    const author = { who: standing.who ?? '', name: standing.name }
    const note = await openNote(desk, seen.id)
    if (body.update !== null) await write(desk, note, author, Buffer.from(body.update, 'base64'))
    return {
      update: base64(missing(note, Buffer.from(body.vector, 'base64'))),
      vector: base64(Y.encodeStateVector(note.doc)),
      hash: hashOf(note.doc),
      number: numberOf(note, author.who) ?? 0,
    }
  }),
]
