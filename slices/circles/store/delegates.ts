/** Who speaks for a member circle. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { CircleId } from '../rules.ts'
import type { Delegate } from '../rules/belonging.ts'
import { type By, reading, topicOf, writing } from './tables.ts'

/** The delegates who speak in a circle, or for one, at a moment; those of now when none is given. */
export async function delegatesOf(
  db: Reader,
  which: { circle?: CircleId; body?: CircleId; person?: PersonId },
  at: Instant | null = null,
): Promise<Delegate[]> {
  let query = reading(db).selectFrom('delegates').selectAll()
  if (which.circle) query = query.where('circle', '=', which.circle)
  if (which.body) query = query.where('body', '=', which.body)
  if (which.person) query = query.where('person', '=', which.person)
  query =
    at === null
      ? query.where('until', 'is', null)
      : query
          .where('from', '<=', at)
          .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
  return query.orderBy('alternate').orderBy('from').orderBy('id').execute()
}

/** Everybody who ever spoke for a member circle in a circle: delegates before alternates. */
export async function allDelegates(db: Reader, circle: CircleId): Promise<Delegate[]> {
  return reading(db)
    .selectFrom('delegates')
    .selectAll()
    .where('circle', '=', circle)
    .orderBy('alternate')
    .orderBy('from')
    .orderBy('id')
    .execute()
}

export type Sending = Pick<
  Delegate,
  'circle' | 'body' | 'person' | 'alternate' | 'mandate' | 'ends'
>

/** Sends somebody to speak for a circle; sent again, the term, the mandate and the place are new. */
export async function sendDelegate(
  tx: Transaction,
  sending: Sending,
  { by, now }: By,
): Promise<Delegate['id']> {
  const { circle, body, person, alternate, ends } = sending
  const { id } = await writing(tx)
    .insertInto('delegates')
    .values({ ...sending, id: newId('dlg', Date.parse(now)), from: now, until: null })
    .onConflict((oc) =>
      oc
        .columns(['circle', 'body', 'person'])
        .where('until', 'is', null)
        .doUpdateSet((eb) => ({
          alternate: eb.ref('excluded.alternate'),
          mandate: eb.ref('excluded.mandate'),
          ends: eb.ref('excluded.ends'),
        })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const data = { delegate: id, body, person, alternate, ends }
  await note(tx, topicOf(circle), [{ kind: 'delegate.sent', data }], { now, actor: by })
  return id
}

type Which =
  | { delegate: Delegate['id'] }
  | { person: PersonId }
  | { body: CircleId; circles: readonly CircleId[] }
  | { circle: CircleId }
  | { due: Instant }

/**
 * Ends the voices of delegates. Who is not a member there in their own right is outside from then
 * on, so their roles there end too; both are news.
 */
export async function endDelegates(tx: Transaction, which: Which, { by, now }: By): Promise<void> {
  let query = writing(tx)
    .updateTable('delegates')
    .set({ until: now })
    .where('until', 'is', null)
    .returning(['id', 'circle', 'body', 'person'])
  if ('delegate' in which) query = query.where('id', '=', which.delegate)
  else if ('person' in which) query = query.where('person', '=', which.person)
  else if ('due' in which) query = query.where('ends', '<=', which.due)
  else if ('circle' in which) query = query.where('circle', '=', which.circle)
  else if (which.circles.length === 0) return
  else query = query.where('body', '=', which.body).where('circle', 'in', which.circles)
  for (const { id, circle, body, person } of await query.execute()) {
    const data = { delegate: id, body, person }
    await note(tx, topicOf(circle), [{ kind: 'delegate.ended', data }], { now, actor: by })
    await endRolesOfOutsider(tx, { circle, person }, { by, now })
  }
}

/** The mandate of somebody who was erased is forgotten with them. */
export async function forgetMandates(tx: Transaction, person: PersonId): Promise<void> {
  await writing(tx)
    .updateTable('delegates')
    .set({ mandate: '' })
    .where('person', '=', person)
    .execute()
}

async function endRolesOfOutsider(
  tx: Transaction,
  { circle, person }: { circle: CircleId; person: PersonId },
  { by, now }: By,
): Promise<void> {
  const own = writing(tx)
  const inside = await own
    .selectFrom('members')
    .select('circle')
    .where('circle', '=', circle)
    .where('member', '=', person)
    .where('until', 'is', null)
    .executeTakeFirst()
  const sent = await delegatesOf(tx, { circle, person })
  if (inside || sent.length > 0) return
  const ended = await own
    .updateTable('roles')
    .set({ until: now })
    .where('circle', '=', circle)
    .where('person', '=', person)
    .where('until', 'is', null)
    .returning('role')
    .execute()
  const facts = ended.map(({ role }) => ({ kind: 'role.ended', data: { person, role } }))
  await note(tx, topicOf(circle), facts, { now, actor: by })
}
