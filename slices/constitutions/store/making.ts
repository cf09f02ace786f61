/** Making a version: begun, changed section by section, put aside. */
import { createHash } from 'node:crypto'
import { canonical } from '#kernel/canonical.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Parts } from '../rules/section.ts'
import { topicOf, type VersionId, writing } from './tables.ts'
import { openVersion, type Version } from './versions.ts'

export type By = { by: PersonId | null; now: Instant }

/** sha-256 of a document in canonical JSON, in hex. */
export function sha256Of(parts: Parts): string {
  return createHash('sha256').update(canonical(parts)).digest('hex')
}

/** Holds the constitution of a circle until the transaction ends; answers the open version. */
export async function lockConstitution(tx: Transaction, circle: CircleId): Promise<Version | null> {
  const own = writing(tx)
  await own
    .insertInto('constitutions')
    .values({ circle, last_number: 0 })
    .onConflict((oc) => oc.doNothing())
    .execute()
  await own
    .selectFrom('constitutions')
    .select('circle')
    .where('circle', '=', circle)
    .forUpdate()
    .execute()
  return openVersion(tx, circle)
}

/** Begins a version from a document; refuses `draft-open` when there is one. */
export async function beginVersion(
  tx: Transaction,
  circle: CircleId,
  parts: Parts,
  { by, now }: By,
): Promise<VersionId> {
  if (await lockConstitution(tx, circle)) throw new Refused('draft-open')
  const id = newId('cst', Date.parse(now))
  await writing(tx)
    .insertInto('constitution_versions')
    .values({
      id,
      circle,
      state: 'draft',
      parts: JSON.stringify(parts),
      revisions: '{}',
      why: '',
      made_at: now,
      changed_at: now,
    })
    .execute()
  await note(tx, topicOf(circle), [{ kind: 'constitution.begun', data: { version: id } }], {
    now,
    actor: by,
  })
  return id
}

/** Changes one section of the draft; answers how often it was changed. */
export async function changeSection(
  tx: Transaction,
  draft: Version,
  { section, part }: { section: string; part: unknown },
  { by, now }: By,
): Promise<number> {
  const count = (draft.revisions[section]?.count ?? 0) + 1
  const revisions = { ...draft.revisions, [section]: { count, by } }
  await writing(tx)
    .updateTable('constitution_versions')
    .set({
      parts: JSON.stringify({ ...draft.parts, [section]: part }),
      revisions: JSON.stringify(revisions),
      changed_at: now,
    })
    .where('id', '=', draft.id)
    .execute()
  const data = { version: draft.id, section, revision: count }
  await note(tx, topicOf(draft.circle), [{ kind: 'constitution.drafted', data }], {
    now,
    actor: by,
  })
  return count
}

/** Puts a whole document in the place of the draft; every section counts as changed. */
export async function replaceDraft(
  tx: Transaction,
  draft: Version,
  parts: Parts,
  { by, now }: By,
): Promise<void> {
  const names = new Set([...Object.keys(draft.parts), ...Object.keys(parts)])
  const revisions = Object.fromEntries(
    [...names].map((name) => [name, { count: (draft.revisions[name]?.count ?? 0) + 1, by }]),
  )
  await writing(tx)
    .updateTable('constitution_versions')
    .set({
      parts: JSON.stringify(parts),
      revisions: JSON.stringify(revisions),
      changed_at: now,
    })
    .where('id', '=', draft.id)
    .execute()
  await note(
    tx,
    topicOf(draft.circle),
    [{ kind: 'constitution.drafted', data: { version: draft.id, section: null } }],
    { now, actor: by },
  )
}

/** Takes the draft away. */
export async function dropDraft(tx: Transaction, draft: Version, { by, now }: By): Promise<void> {
  await writing(tx).deleteFrom('constitution_versions').where('id', '=', draft.id).execute()
  const data = { version: draft.id }
  await note(tx, topicOf(draft.circle), [{ kind: 'constitution.dropped', data }], {
    now,
    actor: by,
  })
}
