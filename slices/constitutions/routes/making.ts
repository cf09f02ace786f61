/** What stewards do to the version in the making. */
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { canonical } from '#kernel/canonical.ts'
import { namesOf } from '#slices/people/index.ts'
import { beginDraft, changeDraft, dropDraft, importDraft, previewDraft, readDraft } from '../api.ts'
import { emptyParts, findingsIn, namedIn, presetParts, proseOf } from '../rules/document.ts'
import { readFile } from '../rules/file.ts'
import type { Parts, Say } from '../rules/section.ts'
import * as making from '../store/making.ts'
import { allSections } from '../store/sections.ts'
import { situationOf } from '../store/situation.ts'
import { constitutionOf, numbersOf, openVersion, type Version } from '../store/versions.ts'
import { circleNamed, shown } from './showing.ts'

const byOf = ({ caller, now }: Call) => ({ by: caller.person, now })

/** The draft that may be changed; refuses `no-draft`, `draft-proposed`. */
export function draftIn(open: Version | null): Version {
  if (!open) throw new Refused('no-draft')
  if (open.state === 'proposed') throw new Refused('draft-proposed')
  return open
}

async function startFrom(call: Call<typeof beginDraft>): Promise<Parts> {
  const { from } = call.body
  if (from === 'empty') return emptyParts(allSections())
  if (from !== 'now') return presetParts(allSections(), from, wordsIn(call.caller.locale).say)
  const rules = await constitutionOf(call.db, call.params.circle, call.now)
  return { ...emptyParts(allSections()), ...rules?.parts }
}

function partsIn(file: string, say: Say): Parts {
  const read = readFile(file, say)
  if (!('errors' in read)) return read.parts
  const [first] = read.errors
  throw new Refused('file-not-understood', {
    first: first?.sentence ?? '',
    errors: read.errors.map(({ sentence, place }) => ({
      path: place ? `${place.line}:${place.column}` : '',
      message: sentence,
    })),
  })
}

async function changedMeanwhile(call: Call, draft: Version, section: string): Promise<never> {
  const by = draft.revisions[section]?.by ?? null
  const names = await namesOf(call.db, by ? [by] : [])
  throw new Refused('draft-changed', {
    name: (by && names.get(by)?.name) ?? '',
    revision: draft.revisions[section]?.count ?? 0,
    part: draft.parts[section] ?? null,
  })
}

export const makingServings = [
  serve(beginDraft, async (call) => {
    const { circle } = call.params
    await circleNamed(call.db, circle)
    const parts = await startFrom(call)
    const id = await call.transact((tx) => making.beginVersion(tx, circle, parts, byOf(call)))
    return { id }
  }),
  serve(readDraft, async ({ db, params }) => {
    const open = await openVersion(db, params.circle)
    if (!open) return { draft: null }
    const [version] = await shown(db, [open])
    if (!version) throw new Error('one version is shown as one')
    const revisions = Object.fromEntries(
      Object.entries(open.revisions).map(([name, { count }]) => [name, count]),
    )
    return { draft: { version, parts: open.parts, revisions } }
  }),
  serve(changeDraft, async (call) => {
    const { circle, section } = call.params
    if (!allSections().some(({ name }) => name === section)) throw new Refused('not-found')
    const { part, revision } = call.body
    return call.transact(async (tx) => {
      const draft = draftIn(await making.lockConstitution(tx, circle))
      const stands = draft.revisions[section]?.count ?? 0
      const same = canonical(draft.parts[section] ?? null) === canonical(part ?? null)
      if (same) return { revision: stands }
      if (stands !== revision) return changedMeanwhile(call, draft, section)
      return { revision: await making.changeSection(tx, draft, { section, part }, byOf(call)) }
    })
  }),
  serve(importDraft, async (call) => {
    const { circle } = call.params
    await circleNamed(call.db, circle)
    const { say } = wordsIn(call.caller.locale)
    const parts = partsIn(call.body.file, say)
    const id = await call.transact(async (tx) => {
      const open = await making.lockConstitution(tx, circle)
      if ((open?.id ?? null) !== call.body.over) throw new Refused('draft-open')
      if (!open) return making.beginVersion(tx, circle, parts, byOf(call))
      await making.replaceDraft(tx, draftIn(open), parts, byOf(call))
      return open.id
    })
    const situation = await situationOf(call.db, circle, parts)
    return { id, findings: findingsIn(allSections(), parts, say, situation) }
  }),
  serve(dropDraft, async (call) => {
    await call.transact(async (tx) => {
      const draft = draftIn(await making.lockConstitution(tx, call.params.circle))
      await making.dropDraft(tx, draft, byOf(call))
    })
    return {}
  }),
  serve(previewDraft, async ({ db, caller, params, body }) => {
    const { say } = wordsIn(caller.locale)
    const { parts } = body
    const [numbers, situation] = await Promise.all([
      numbersOf(db, params.circle),
      situationOf(db, params.circle, parts),
    ])
    return {
      sections: proseOf(allSections(), parts, say, numbers),
      findings: findingsIn(allSections(), parts, say, situation),
      named: namedIn(allSections(), parts).map(({ kind, key, name }) => ({ kind, key, name })),
    }
  }),
]
