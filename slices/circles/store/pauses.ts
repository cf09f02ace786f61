/** Members who rest their membership for a time. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '../rules.ts'
import type { MemberId } from '../rules/belonging.ts'
import { memberAs } from './joining.ts'
import { type By, topicOf, writing } from './tables.ts'

type Pausing = { circle: CircleId; member: MemberId; ends: Instant }

/** Pauses a membership until a moment; a pause that runs gets this new end. */
export async function pauseMember(
  tx: Transaction,
  { circle, member, ends }: Pausing,
  { by, now }: By,
): Promise<void> {
  const own = writing(tx)
  const running = await own
    .updateTable('pauses')
    .set({ ends, by })
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
    .where('ends', '>', now)
    .executeTakeFirst()
  if (running.numUpdatedRows === 0n)
    await own
      .insertInto('pauses')
      .values({ circle, member, from: now, ends, until: null, by })
      .execute()
  const data = { ...memberAs(member), ends }
  await note(tx, topicOf(circle), [{ kind: 'member.paused', data }], { now, actor: by })
}

/** Ends a pause before its time. */
export async function endPause(
  tx: Transaction,
  { circle, member }: Omit<Pausing, 'ends'>,
  { by, now }: By,
): Promise<void> {
  const ended = await writing(tx)
    .updateTable('pauses')
    .set((eb) => ({ until: eb.fn<Instant>('greatest', ['from', eb.val(now)]) }))
    .where('circle', '=', circle)
    .where('member', '=', member)
    .where('until', 'is', null)
    .where('ends', '>', now)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return
  const data = memberAs(member)
  await note(tx, topicOf(circle), [{ kind: 'member.resumed', data }], { now, actor: by })
}

/** Pauses in whole days from now. */
export const inDays = (now: Instant, days: number): Instant => plus(now, days * DAY)
