/** Deaths and dissolutions as stewards write them down, and the way back after a mistake. */
import type { Instant } from '#kernel/clock.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import {
  type CircleId,
  classesOf,
  historyOf,
  joinCircle,
  type MemberId,
} from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { type By, reading, type Tables, writing } from './tables.ts'

export type Ending = Tables['endings']
const KEPT_DAYS = 30

export async function writeEnding(
  tx: Transaction,
  { circle, member, why, ...rest }: Pick<Ending, 'circle' | 'member' | 'class' | 'why'>,
  { by, now }: { by: PersonId; now: Instant },
): Promise<void> {
  const id = newId('end', Date.parse(now))
  await writing(tx)
    .insertInto('endings')
    .values({ id, circle, member, why, ...rest, by, at: now, taken_back_at: null })
    .execute()
}

/** Those of the last thirty days that stand, the newest first. */
export async function endingsIn(db: Reader, circle: CircleId, now: Instant): Promise<Ending[]> {
  return reading(db)
    .selectFrom('endings')
    .selectAll()
    .where('circle', '=', circle)
    .where('taken_back_at', 'is', null)
    .where('at', '>', plus(now, -KEPT_DAYS * DAY))
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
}

/** Takes the ending of a member back; null when there is none of the last thirty days. */
export async function takeBack(
  tx: Transaction,
  which: { circle: CircleId; member: MemberId },
  now: Instant,
): Promise<Ending | null> {
  const stands = await endingsIn(tx, which.circle, now)
  const found = stands.find(({ member }) => member === which.member)
  if (!found) return null
  await writing(tx)
    .updateTable('endings')
    .set({ taken_back_at: now })
    .where('id', '=', found.id)
    .execute()
  return found
}

/** Back inside, in the class of before; where the rules name it no longer, in one in which one begins. */
export async function putBack(
  tx: Transaction,
  { circle, member }: { circle: CircleId; member: MemberId },
  { by, now }: By,
): Promise<void> {
  const last = (await historyOf(tx, member, circle)).at(-1)?.class
  const classes = await classesOf(tx, circle, now)
  const stands = last && (classes.length === 0 || classes.some(({ key }) => key === last))
  await joinCircle(tx, circle, member, { by, now, class: stands ? last : null })
}
