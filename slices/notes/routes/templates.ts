/** Listing and taking templates. */
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { circlesOf } from '#slices/circles/index.ts'
import * as api from '../api.ts'
import { reaches } from '../rules/rights.ts'
import { BUILT_IN, type BuiltIn } from '../rules/templates.ts'
import { notesAt } from '../store/listing.ts'
import { noteOf } from '../store/notes.ts'
import { standingIn } from '../store/standing.ts'
import { takeTemplate, templateBlocks, templateTitle } from '../store/templates.ts'
import { type NoteId, noteIdIn } from '../store/tables.ts'

/** Refuses what is no template that this caller may read. */
export async function mayTake(
  { db, caller }: Pick<Call, 'db' | 'caller'>,
  template: NoteId | BuiltIn,
): Promise<void> {
  if (!template.startsWith('not_')) return
  const note = await noteOf(db, noteIdIn(template))
  const seen = note && reaches((await standingIn(db, caller, note)).right, 'read')
  if (!seen || !note.template) throw new Refused('not-found')
}

const list = serve(api.listNoteTemplates, async ({ db, caller }) => {
  const words = wordsIn(caller.locale)
  const circles = caller.person ? await circlesOf(db, caller.person) : []
  const own = await Promise.all(
    circles.map(async ({ id, name }) => {
      const notes = await notesAt(db, { kind: 'circle', id })
      return notes.flatMap((note) =>
        note.template && note.rested_at === null
          ? [{ template: note.id, title: note.title, circle: name }]
          : [],
      )
    }),
  )
  const brought = BUILT_IN.map((template) => ({
    template,
    title: templateTitle(words, template),
    circle: null,
  }))
  return { templates: [...brought, ...own.flat()] }
})

const read = serve(api.readNoteTemplate, async ({ params, db, caller }) => {
  const { template } = params
  await mayTake({ db, caller }, template)
  return { blocks: await templateBlocks(db, template, wordsIn(caller.locale)) }
})

const take = serve(api.takeNoteTemplate, async ({ params, body, db, caller, now, transact }) => {
  const { template } = body
  const note = await noteOf(db, params.note)
  if (!note) throw new Refused('not-found')
  const { right, who } = await standingIn(db, caller, note)
  if (!reaches(right, 'write') || who === null) throw new Refused('not-allowed')
  await mayTake({ db, caller }, template)
  const words = wordsIn(caller.locale)
  return transact(async (tx) => {
    await takeTemplate(tx, note.id, { template, words, by: who, now })
    return {}
  })
})

export const templateServings = [list, read, take]
