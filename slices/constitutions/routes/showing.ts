/** Versions as callers see them. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Caller } from '#kernel/session.ts'
import { type CircleId, circleOf, isSteward } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { belongs } from '../store/readable.ts'
import type { VersionId } from '../store/tables.ts'
import { adoptedVersions, openVersion, type Version, versionOf } from '../store/versions.ts'

type Bare = Omit<Version, 'parts' | 'revisions'> & { adopters?: PersonId[] }

/** Versions with the names of those who brought them about. */
export async function shown(db: Reader, versions: readonly Bare[]) {
  const people = versions.flatMap(({ adopters = [], proposed_by }) =>
    proposed_by ? [...adopters, proposed_by] : adopters,
  )
  const names = await namesOf(db, people)
  const who = (id: PersonId) => ({ id, name: names.get(id)?.name ?? '' })
  return versions.map((version) => ({
    id: version.id,
    number: version.number,
    state: version.state,
    day: version.day,
    why: version.why,
    proposedBy: version.proposed_by ? who(version.proposed_by) : null,
    adoptedAt: version.adopted_at,
    adopters: (version.adopters ?? []).map(who),
    decidedBy: version.decided_by,
    sha256: version.sha256,
  }))
}

/** A circle by its name; refuses `not-found`. */
export async function circleNamed(db: Reader, circle: CircleId) {
  const found = await circleOf(db, circle)
  if (!found) throw new Refused('not-found')
  return { id: found.id, name: found.name }
}

/** What is in the making, as far as this caller sees it: members once it is proposed, stewards always. */
export async function openFor(db: Reader, caller: Caller, circle: CircleId) {
  const open = await openVersion(db, circle)
  if (!open) return null
  const steward = await isSteward(db, caller.person, circle)
  if (steward) return open
  return open.state === 'proposed' && (await belongs(db, caller.person, circle)) ? open : null
}

/** A version that this caller may read; refuses `not-found`. */
export async function versionFor(
  db: Reader,
  caller: Caller,
  { circle, version }: { circle: CircleId; version: VersionId },
): Promise<Version & { adopters: PersonId[] }> {
  const found = await versionOf(db, circle, version)
  const open = found && found.state !== 'adopted' ? await openFor(db, caller, circle) : found
  if (!found || !open) throw new Refused('not-found')
  const adopted = await adoptedVersions(db, circle)
  return { ...found, adopters: adopted.find(({ id }) => id === version)?.adopters ?? [] }
}
