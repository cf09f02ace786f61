/** Notes as files, over HTTP. */
import { z } from 'zod'
import { readBytes } from '#kernel/request-body.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { line } from '#kernel/text.ts'
import { localeFor, wordsIn } from '#kernel/words.ts'
import {
  exportLosses,
  exportNote,
  type FormatOut,
  importNote as importOperation,
  MOST_IMPORTED,
} from '../api/exchange.ts'
import { Holding } from '../api/shapes.ts'
import { seesComments } from '../rules/comments.ts'
import { commentsForFile } from '../store/file-comments.ts'
import { writeBeside } from '../store/format-work.ts'
import { importNote } from '../store/importing.ts'
import { notesAt } from '../store/listing.ts'
import type { Note } from '../store/notes.ts'
import { takeNote } from '../store/taking.ts'
import { lastVersion } from '../store/versions.ts'
import { askingAbout } from './commenting.ts'
import { fileAnswer } from './file-answer.ts'
import { speakingFor } from './file-phrases.ts'
import { MOST_NOTES, writerAt } from './keeping.ts'
import { saidLosses } from './loss-words.ts'
import { seeNote } from './standing.ts'

function wordsFor({ http }: Pick<Call, 'http'>) {
  return wordsIn(localeFor(http.req.header('accept-language')))
}

type Wish = { note: Note; format: FormatOut; version: number | null; comments: '0' | '1' }

async function written(call: Pick<Call, 'hall' | 'caller' | 'now' | 'http'>, wish: Wish) {
  const { note: about, format, version, comments } = wish
  const { hall, caller, now } = call
  const note = await takeNote(hall, { note: about, version, caller, pictures: true })
  if (comments === '1') {
    if (!seesComments(await askingAbout(hall.db, caller, about))) throw new Refused('only-reads')
    note.comments = await commentsForFile(hall.db, about.id)
  }
  const speaking = { ...speakingFor(wordsFor(call)), now, id: about.id }
  return writeBeside({ note, format, speaking })
}

const exporting = serve(exportNote, async (call) => {
  const { db, caller, params, query } = call
  const { note, standing } = await seeNote(db, caller, params.note)
  const version = query.version ?? null
  // Older versions are for those who see the history.
  const seen =
    version === null || (standing.who !== null && version <= (await lastVersion(db, note.id)))
  if (!seen) throw new Refused('not-found')
  const file = await written(call, {
    note,
    format: params.format,
    version,
    comments: query.comments,
  })
  return fileAnswer(note.title, version, call.now, file)
})

const losing = serve(exportLosses, async (call) => {
  const { note } = await seeNote(call.db, call.caller, call.params.note)
  const { left } = await written(call, {
    note,
    format: call.params.format,
    version: null,
    comments: call.query.comments,
  })
  return { left: saidLosses(left, wordsFor(call)) }
})

const Form = z.object({
  kind: z.string(),
  id: z.string(),
  title: line(200).optional(),
})

function notUnderstood(path: string, message: string): Refused {
  return new Refused('not-understood', { errors: [{ path: `body.${path}`, message }] })
}

/** The file and the fields of a form; refuses `too-large` before anything is read into memory. */
async function formOf({ http }: Pick<Call, 'http'>) {
  const bytes = await readBytes(http.req.raw, importOperation.maxBody)
  const headers = { 'content-type': http.req.header('content-type') ?? '' }
  const form = await new Response(bytes, { headers }).formData().catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof File)) throw notUnderstood('file', 'send the file as part "file"')
  if (file.size > MOST_IMPORTED) throw new Refused('too-large', { max: MOST_IMPORTED })
  const fields = Form.safeParse(
    Object.fromEntries([...form].filter(([, value]) => typeof value === 'string' && value !== '')),
  )
  const holder = Holding.safeParse(fields.data)
  if (!fields.success || !holder.success)
    throw notUnderstood('id', 'say where it belongs, as kind and id')
  return {
    holder: holder.data,
    title: fields.data.title ?? null,
    name: file.name.slice(-200),
    bytes: new Uint8Array(await file.arrayBuffer()),
  }
}

const importing = serve(importOperation, async (call) => {
  const wish = await formOf(call)
  const by = await writerAt(call, wish.holder)
  if ((await notesAt(call.db, wish.holder)).length >= MOST_NOTES)
    throw new Refused('too-many-notes')
  const imported = await importNote(call.hall, { ...wish, by, now: call.now })
  return { ...imported, left: saidLosses(imported.left, wordsFor(call)) }
})

export const exchangeServings: readonly Serving[] = [exporting, losing, importing]
