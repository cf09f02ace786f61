/** Circles are moved, merged, split, rested and closed; what was stays to be asked. */
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '../rules.ts'
import type { MemberId } from '../rules/belonging.ts'
import { makeCircle } from './changes.ts'
import { circleOf } from './circles.ts'
import { endDelegates } from './delegates.ts'
import { writeHistory } from './history.ts'
import { endIn, isBody, joinCircle, leaveAll } from './joining.ts'
import { membersOn } from './members.ts'
import { hasClass } from './ports.ts'
import { type By, topicOf, writing } from './tables.ts'

async function told(tx: Transaction, circle: CircleId, kind: string, data: object, by: By) {
  await writeHistory(tx, circle, by.now)
  await note(tx, topicOf(circle), [{ kind, data }], { now: by.now, actor: by.by })
}

/** Puts a circle within another; who belongs to a working one belongs to those around it too. */
export async function moveCircle(
  tx: Transaction,
  { circle, to }: { circle: CircleId; to: CircleId },
  by: By,
): Promise<void> {
  const before = await circleOf(tx, circle)
  await writing(tx).updateTable('circles').set({ parent: to }).where('id', '=', circle).execute()
  await told(tx, circle, 'circle.moved', { from: before?.parent ?? null, to }, by)
  if (before?.kind !== 'working') return
  for (const { member } of await membersOn(tx, circle)) await joinCircle(tx, to, member, by)
}

/** Merges a circle into another: members come along in the class they are in, and it closes. */
export async function mergeCircle(
  tx: Transaction,
  { circle, into }: { circle: CircleId; into: CircleId },
  by: By,
): Promise<void> {
  const within = await writing(tx)
    .selectFrom('circles')
    .select('id')
    .where('parent', '=', circle)
    .where('closed_at', 'is', null)
    .execute()
  for (const { id } of within) await moveCircle(tx, { circle: id, to: into }, by)
  for (const { member, class: named } of await membersOn(tx, circle))
    if (member !== into)
      await joinCircle(tx, into, member, {
        ...by,
        class: await fitting(tx, into, member, named, by),
      })
  await writing(tx)
    .updateTable('circles')
    .set({ merged_into: into })
    .where('id', '=', circle)
    .execute()
  await note(tx, topicOf(into), [{ kind: 'circle.merged', data: { from: circle } }], {
    now: by.now,
    actor: by.by,
  })
  await closeCircle(tx, circle, { ...by, reason: 'merged', heir: into })
}

/** Their class, where the rules of the other circle know it. */
async function fitting(tx: Transaction, into: CircleId, member: MemberId, key: string, by: By) {
  const known = { circle: into, key, body: isBody(member), now: by.now }
  return (await hasClass(tx, known)) ? key : undefined
}

type Splitting = { circle: CircleId; name: string; purpose: string; members: readonly MemberId[] }

/** Splits members off into a new circle beside this one, in the class they are in. */
export async function splitCircle(
  tx: Transaction,
  { circle, name, purpose, members }: Splitting,
  by: By,
): Promise<CircleId> {
  const from = await circleOf(tx, circle)
  if (!from?.parent) throw new Error('the co-op is not split')
  const id = await makeCircle(tx, { name, purpose, kind: from.kind, parent: from.parent }, by)
  for (const { member, class: named } of await membersOn(tx, circle)) {
    if (!members.includes(member)) continue
    await endIn(tx, member, { ...by, reason: 'split' }, [circle])
    await joinCircle(tx, id, member, { ...by, class: named })
  }
  await told(tx, circle, 'circle.split', { into: id }, by)
  return id
}

/** Lets a circle rest, or wakes it. */
export async function restCircle(
  tx: Transaction,
  { circle, rest }: { circle: CircleId; rest: boolean },
  by: By,
): Promise<void> {
  const rested = await writing(tx)
    .updateTable('circles')
    .set({ rests_since: rest ? by.now : null })
    .where('id', '=', circle)
    .where('rests_since', rest ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (rested.numUpdatedRows === 0n) return
  await told(tx, circle, rest ? 'circle.rested' : 'circle.woke', {}, by)
}

type Closing = By & { reason?: string; heir?: CircleId | null }

/**
 * Closes a circle: its members, roles and voices end, and its own memberships elsewhere. What it
 * holds goes to its heir, the circle around it mostly: later slices hear of that.
 */
export async function closeCircle(
  tx: Transaction,
  circle: CircleId,
  { reason = 'closed', heir, ...by }: Closing,
): Promise<void> {
  const to = heir ?? (await circleOf(tx, circle))?.parent ?? null
  for (const { member } of await membersOn(tx, circle))
    await endIn(tx, member, { ...by, reason }, [circle])
  await endDelegates(tx, { circle }, by)
  await leaveAll(tx, circle, { ...by, reason: reason === 'closed' ? 'dissolved' : reason })
  const own = writing(tx)
  await own
    .updateTable('roles')
    .set({ until: by.now })
    .where('circle', '=', circle)
    .where('until', 'is', null)
    .execute()
  await own.updateTable('circles').set({ closed_at: by.now }).where('id', '=', circle).execute()
  await told(tx, circle, 'circle.closed', { reason, to }, by)
}
