/** The history of a note, over HTTP. */
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import {
  compareVersions,
  keepVersion,
  listVersions,
  nameVersion as nameOperation,
  restoreVersion as restoreOperation,
} from '../api/history.ts'
import { compare, measure } from '../rules/comparing.ts'
import { linesOf } from '../rules/lines.ts'
import { reaches } from '../rules/rights.ts'
import {
  authorsIn,
  type Colored,
  MOST_LISTED,
  noteAt,
  unkeptIn,
  versionsOf,
} from '../store/history.ts'
import { restoreVersion } from '../store/restoring.ts'
import type { NoteId } from '../store/tables.ts'
import { lastVersion, makeVersion, nameVersion } from '../store/versions.ts'
import { kindOf } from './reading.ts'
import { seeNote } from './standing.ts'

const shown = ({ number, who, name }: Colored) => ({ number, name, kind: kindOf(who) })

/** The numbers of some authors. */
function numbersIn(authors: ReadonlyMap<number, Colored>) {
  const byWho = new Map([...authors.values()].map(({ who, number }) => [who, number]))
  return (whos: readonly string[]) => whos.flatMap((who) => byWho.get(who) ?? [])
}

const listing = serve(listVersions, async ({ db, caller, params, query }) => {
  const { note, standing } = await seeNote(db, caller, params.note)
  const versions = await versionsOf(db, note.id, query.before)
  const [authors, unkept] = [await authorsIn(db, note.id), await unkeptIn(db, note.id)]
  const numbers = numbersIn(authors)
  const names = new Map([...authors.values()].map(({ who, name }) => [who, name]))
  const writes = reaches(standing.right, 'write') && standing.who !== null
  return {
    versions: versions.map(({ by, whos, ...version }) => ({
      ...version,
      by: by === null ? null : (names.get(by) ?? null),
      authors: numbers(whos),
    })),
    more: versions.length === MOST_LISTED,
    authors: [...authors.values()].map(shown),
    since: unkept && {
      begunAt: unkept.begunAt,
      at: unkept.at,
      authors: numbers(unkept.whos),
    },
    may: { restore: writes, keep: writes },
  }
})

/** The version that a comparison is with, where nobody says which. */
async function versionBefore(db: Call['db'], note: NoteId, version: number | 'now') {
  return version === 'now' ? lastVersion(db, note) : version - 1
}

const comparing = serve(compareVersions, async ({ db, caller, params, query }) => {
  const { note } = await seeNote(db, caller, params.note)
  const { version } = params
  const last = await lastVersion(db, note.id)
  const since = query.since ?? (await versionBefore(db, note.id, version))
  if (since > last || (version !== 'now' && version > last)) throw new Refused('not-found')
  const after = await noteAt(db, note.id, version === 'now' ? null : version)
  const before = since === 0 ? [] : (await noteAt(db, note.id, since)).parts
  const lines = compare(linesOf(before), linesOf(after.parts))
  return { since, lines, ...measure(lines), authors: after.authors.map(shown) }
})

/** Who calls, as the author they would be here; the policy has seen that they are one. */
async function writerIn({ db, caller }: Pick<Call, 'db' | 'caller'>, id: string) {
  const { note, standing } = await seeNote(db, caller, id)
  if (standing.who === null) throw new Refused('not-allowed')
  return { note, author: { who: standing.who, name: standing.name } }
}

const keeping = serve(keepVersion, async (call) => {
  const { note, author } = await writerIn(call, call.params.note)
  const making = { kind: 'kept' as const, label: call.body.label, by: author.who, now: call.now }
  const version = await call.transact((tx) => makeVersion(tx, note.id, making))
  if (version === 0) throw new Refused('nothing-written')
  return { version }
})

const naming = serve(nameOperation, async (call) => {
  const { note, author } = await writerIn(call, call.params.note)
  const name = { label: call.body.label, by: author.who, now: call.now }
  await call.transact(async (tx) => {
    if (!(await nameVersion(tx, note.id, call.params.version, name))) throw new Refused('not-found')
  })
  return {}
})

const restoring = serve(restoreOperation, async (call) => {
  const { note, author } = await writerIn(call, call.params.note)
  const { version } = call.params
  if (version > (await lastVersion(call.db, note.id))) throw new Refused('not-found')
  const restored = { version, restorer: author, now: call.now }
  return { before: await call.transact((tx) => restoreVersion(tx, note.id, restored)) }
})

export const historyServings: readonly Serving[] = [listing, comparing, keeping, naming, restoring]
