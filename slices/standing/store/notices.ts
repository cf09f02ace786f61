/** What was said in advance, so that it is said once. */
import { isIdOf } from '#kernel/ids.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { delegatesOf, type CircleId, type MemberId } from '#slices/circles/index.ts'
import { type Person, personOf } from '#slices/people/index.ts'
import type { Day } from '../rules/days.ts'
import { reading, writing } from './tables.ts'

export type Notice = { circle: CircleId; member: MemberId; on: Day }

/** What was said in a circle already, as `member day`. */
export async function saidIn(db: Reader, circle: CircleId): Promise<Set<string>> {
  const rows = await reading(db)
    .selectFrom('standing_notices')
    .select(['member', 'changes_on'])
    .where('circle', '=', circle)
    .execute()
  return new Set(rows.map(({ member, changes_on: on }) => `${member} ${on}`))
}

/** Takes the right to say it; false when it was said before. */
export async function takeNotice(
  tx: Transaction,
  { circle, member, on }: Notice,
  now: string,
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('standing_notices')
    .values({ circle, member, changes_on: on, told_at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

const isPerson = isIdOf('per')
const isBody = isIdOf('cir')

/** Who is written to: the member, or for a co-op its delegates. */
export async function addresseesOf(
  db: Reader,
  circle: CircleId,
  member: MemberId,
): Promise<Person[]> {
  const sent = isBody(member) ? await delegatesOf(db, { circle, body: member }) : []
  const ids = isPerson(member) ? [member] : sent.map(({ person }) => person)
  const found = await Promise.all(ids.map((id) => personOf(db, id)))
  return found.filter((person) => person !== null)
}
