/** Which notes there are, making one, naming it, putting it away, moving it. */
import { isRefusal } from '#kernel/change.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import * as api from '../api.ts'
import { changeNote, type Wish } from '../rules/keeping.ts'
import { reaches, rightIn } from '../rules/rights.ts'
import { saveNote } from '../store/changes.ts'
import { noteHolders } from '../store/holders.ts'
import { notesAt } from '../store/listing.ts'
import { keepSections } from '../store/sections.ts'
import { takeTemplate } from '../store/templates.ts'
import { type Holding, makeNote, type Note, noteOf } from '../store/notes.ts'
import { placesFor } from '../store/moving.ts'
import { openMainNote, placeOf } from '../store/places.ts'
import { belongingIn, keepsAt, keepsNote, standingAt, standingIn } from '../store/standing.ts'
import { heldNote } from './held.ts'
import { mayTake } from './templates.ts'
import { listed, shownNote } from '../store/views.ts'

export const MOST_NOTES = 500

const list = serve(api.listNotes, async ({ db, query, caller }) => {
  const { right } = await standingAt(db, caller, query)
  if (!reaches(right, 'read')) throw new Refused('not-found')
  const [notes, place, keep] = await Promise.all([
    notesAt(db, query),
    query.kind === 'gathering' ? placeOf(db, query.id) : undefined,
    keepsAt(db, caller, query),
  ])
  const read = await Promise.all(notes.map((note) => standingIn(db, caller, note)))
  const seen = notes.filter((_, at) => reaches(read[at]?.right ?? 'none', 'read'))
  return {
    notes: seen.map((note) => listed(note, place?.note)),
    may: { make: reaches(right, 'write'), keep },
  }
})

/** Refuses who may not write where a note shall belong; answers as whom they do. */
export async function writerAt({ db, caller }: Pick<Call, 'db' | 'caller'>, holder: Holding) {
  const { right, who } = await standingAt(db, caller, holder)
  const heading = await noteHolders.at(holder.kind)?.headingOf(db, holder.id)
  if (!heading || !reaches(right, 'read')) throw new Refused('not-found')
  if (!reaches(right, 'write') || who === null) throw new Refused('not-allowed')
  return who
}

const make = serve(api.makeNote, async (call) => {
  const { body, now, db, transact, caller } = call
  const { holder, title, template } = body
  if (template) await mayTake({ db, caller }, template)
  const by = await writerAt(call, holder)
  if ((await notesAt(db, holder)).length >= MOST_NOTES) throw new Refused('too-many-notes')
  const words = wordsIn(caller.locale)
  return transact(async (tx) => {
    const note = await makeNote(tx, { holder, title, by, now })
    if (template) await takeTemplate(tx, note, { template, words, by, now })
    return { note }
  })
})

const open = serve(api.openNoteOf, async ({ params, caller, now, db, transact }) => {
  const { gathering } = params
  const known = await placeOf(db, gathering)
  if (known) {
    const note = await noteOf(db, known.note)
    const seen = note && reaches((await standingIn(db, caller, note)).right, 'read')
    if (!seen) throw new Refused('not-found')
    return { note: known.note }
  }
  const by = await writerAt({ db, caller }, { kind: 'gathering', id: gathering })
  return transact(async (tx) => {
    const note = await openMainNote(tx, { gathering, by, now })
    await keepSections(tx, gathering, now)
    return { note }
  })
})

const read = serve(api.readNote, async ({ params, db, caller }) => {
  const note = await noteOf(db, params.note)
  if (!note) throw new Refused('not-found')
  return shownNote(db, caller, note)
})

/** Only a new name is for all who write by belonging. */
async function mayWish({ db, caller }: Pick<Call, 'db' | 'caller'>, note: Note, wish: Wish) {
  const onlyTitle = Object.entries(wish).every(
    ([part, value]) => part === 'title' || value === undefined,
  )
  if (!onlyTitle) return keepsNote(db, caller, note)
  const { right } = await belongingIn(db, caller, note)
  const state = { locked: note.locked_at !== null, approved: false }
  return reaches(rightIn(right, state), 'write') || keepsNote(db, caller, note)
}

const change = serve(api.changeNote, async ({ params, body, caller, now, transact }) =>
  transact(async (tx) => {
    const note = await heldNote(tx, params.note)
    if (!(await mayWish({ db: tx, caller }, note, body))) throw new Refused('not-allowed')
    const changed = changeNote(note, body, now)
    if (isRefusal(changed)) throw new Refused(changed.refused)
    if (changed.facts.length > 0)
      await saveNote(tx, note.id, changed.set, changed.facts, { by: caller.person, now })
    return {}
  }),
)

const places = serve(api.placesForNote, async ({ params, db, caller, now }) => {
  const note = await noteOf(db, params.note)
  if (!note) throw new Refused('not-found')
  return { places: await placesFor(db, caller, note, now) }
})

const move = serve(api.moveNote, async (call) => {
  const { params, body, caller, now, transact } = call
  const { holder } = body
  const by = await writerAt(call, holder)
  return transact(async (tx) => {
    const note = await heldNote(tx, params.note)
    if (!(await keepsNote(tx, caller, note))) throw new Refused('not-allowed')
    if (note.approved_at) throw new Refused('note-approved')
    const from = { kind: note.holder_kind, id: note.holder }
    const data = { from: from.id, kind: holder.kind, to: holder.id }
    const set = { holder_kind: holder.kind, holder: holder.id }
    await saveNote(tx, note.id, set, [{ kind: 'note.moved', data }], { by, now })
    return { from }
  })
})

export const keepingServings = [list, make, open, read, change, places, move]
