/** What was brought here before, by its name there; and who and where people and groups of there are here. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { type CircleId, joinCircle, makeCircle } from '#slices/circles/index.ts'
import { enteringInvited } from '#slices/membrane/index.ts'
import { makePerson, personAt, type PersonId, personOf } from '#slices/people/index.ts'
import type { ThreadId } from '#slices/threads/index.ts'
import { plainLine, plainText } from '../../rules/import/plain.ts'
import { isCircle, isPerson, reading, writing } from '../tables.ts'
import type { Report } from './report.ts'
import { stagedAt, stagedRows } from './staging.ts'

export const ORIGIN = 'loomio'

export type Bringing = {
  tx: Transaction
  /** Into which circle. */
  circle: CircleId
  now: Instant
  report: Report
  /** The address of the place it comes from, for links; null: none. */
  from: string | null
  people: Map<string, PersonId>
  groups: Map<string, CircleId>
  /** Threads of what was talked about there: `discussion 21`, `poll 61`. */
  threads: Map<string, ThreadId>
}

type What = 'circle' | 'person' | 'decision' | 'thread' | 'comment'

/** What a thing of there is here; null when it was not brought yet. */
export async function knownAs(
  { tx, circle }: Bringing,
  what: What,
  key: string,
): Promise<string | null> {
  const found = await reading(tx)
    .selectFrom('imported')
    .select('id')
    .where('circle', '=', circle)
    .where('origin', '=', ORIGIN)
    .where('what', '=', what)
    .where('key', '=', key)
    .executeTakeFirst()
  return found?.id ?? null
}

export async function keepKnown(
  { tx, circle, now }: Bringing,
  what: What,
  { key, id }: { key: string; id: string },
): Promise<void> {
  await writing(tx)
    .insertInto('imported')
    .values({ circle, origin: ORIGIN, what, key, id, at: now })
    .onConflict((oc) =>
      oc.columns(['circle', 'origin', 'what', 'key']).doUpdateSet({ id, at: now }),
    )
    .execute()
}

/** Keeps many at once that were not here before. */
export async function keepAllKnown(
  { tx, circle, now }: Bringing,
  what: What,
  all: readonly { key: string; id: string }[],
): Promise<void> {
  if (all.length === 0) return
  await writing(tx)
    .insertInto('imported')
    .values(all.map(({ key, id }) => ({ circle, origin: ORIGIN, what, key, id, at: now })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

const LONGEST_NAME = 80

/** Somebody of there, here: by their proven address, as brought before, or made now. */
export async function personFor(bringing: Bringing, user: string): Promise<PersonId> {
  const there = bringing.people.get(user)
  if (there) return there
  const { tx, now, report, people } = bringing
  const row = await stagedAt(tx, 'users', user)
  const key = row?.key || user
  const before = await knownAs(bringing, 'person', key)
  const known = before !== null && isPerson(before) ? await personOf(tx, before) : null
  const email = row?.email_verified && row.email ? row.email.trim().toLowerCase() : null
  const same = known ?? (email ? await personAt(tx, email) : null)
  const name = plainLine(row?.name || row?.username || '', LONGEST_NAME) || `Loomio ${user}`
  const id = same?.id ?? (await makePerson(tx, { name, email, locale: null, zone: null, now }))
  report.people[same ? 'known' : 'made'] += 1
  if (known === null) await keepKnown(bringing, 'person', { key, id })
  people.set(user, id)
  return id
}

/** Groups: the outermost ones are the circle itself, those below become working circles within. */
export async function bringGroups(bringing: Bringing): Promise<void> {
  const { tx, circle, groups, now, report } = bringing
  const rows = []
  for await (const row of stagedRows(tx, 'groups')) rows.push(row)
  const there = new Set(rows.map(({ id }) => id))
  const left = new Set(rows)
  // Parents may follow their children in the file, so it is gone through until nothing more finds its place.
  for (let before = -1; left.size > 0 && left.size !== before;) {
    before = left.size
    for (const row of left) {
      const { id, parent_id: parent, name, description } = row
      const root = parent === null || !there.has(parent)
      const inside = root ? circle : groups.get(parent)
      if (!inside) continue
      left.delete(row)
      if (root) {
        groups.set(id, circle)
        continue
      }
      const key = row.key || id
      const known = await knownAs(bringing, 'circle', key)
      if (known !== null && isCircle(known)) {
        groups.set(id, known)
        continue
      }
      const given = {
        name: plainLine(name, LONGEST_NAME) || `Loomio ${id}`,
        purpose: plainText(description, 'html', 1000),
        parent: inside,
        kind: 'working' as const,
      }
      const made = await makeCircle(tx, given, { by: null, now })
      groups.set(id, made)
      report.circles += 1
      await keepKnown(bringing, 'circle', { key, id: made })
    }
  }
  for (const { id, name } of left) {
    groups.set(id, circle)
    report.left.push({ what: 'group', key: id, title: name, why: 'ring' })
  }
}

/** Members: those who accepted and were not taken out again; who was put out here does not come in so. */
export async function bringMembers(bringing: Bringing): Promise<void> {
  const { tx, groups, now, report } = bringing
  for await (const row of stagedRows(tx, 'memberships')) {
    const circle = groups.get(row.group_id)
    if (!circle) continue
    if (row.accepted_at === null || row.revoked_at !== null) {
      report.members.left += 1
      continue
    }
    const person = await personFor(bringing, row.user_id)
    if (await enteringInvited(tx, { circle, person, now })) {
      report.members.left += 1
      continue
    }
    const joined = await joinCircle(tx, circle, person, { by: null, now })
    report.members[joined ? 'joined' : 'already'] += 1
  }
}
