/** Reminders: who may be due one, and that each is sent once. */
import { sql } from 'kysely'
import { DAY, type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { DOORS_OPEN_MINUTES, type Reminder } from '../rules/doors.ts'
import { type CallInvitationId, type GatheringId, reading, writing } from './tables.ts'

export type Due = { gathering: GatheringId; invitation: CallInvitationId }

/** A first sieve of the rule (rules/doors.ts): the reminder of this hour was not sent yet. */
function notYet(now: Instant) {
  const soon = sql`gatherings.starts_at <= ${plus(now, DOORS_OPEN_MINUTES * MINUTE)}`
  return sql<boolean>`not exists (
    select from call_reminders
    where call_reminders.invitation = call_invitations.id
      and call_reminders.reminder = case when ${soon} then 'quarter' else 'day' end
  ) and call_invitations.invited_at < gatherings.starts_at
      - case when ${soon} then interval '15 minutes' else interval '1 day' end`
}

/** Everybody invited to what begins within a day, save who said no or wants no reminders. */
export async function remindable(db: Reader, now: Instant): Promise<Due[]> {
  return reading(db)
    .selectFrom('gatherings')
    .innerJoin('call_invitations', 'call_invitations.gathering', 'gatherings.id')
    .leftJoin('call_answers', (join) =>
      join
        .onRef('call_answers.gathering', '=', 'gatherings.id')
        .on((eb) =>
          eb.or([
            eb('call_answers.who', '=', eb.ref('call_invitations.person')),
            eb('call_answers.who', '=', eb.ref('call_invitations.id')),
          ]),
        ),
    )
    .leftJoin('unsubscribes', (join) =>
      join
        .onRef('unsubscribes.email', '=', 'call_invitations.email')
        .on('unsubscribes.kind', '=', 'reminders'),
    )
    .select(['gatherings.id as gathering', 'call_invitations.id as invitation'])
    .where('gatherings.starts_at', '>', now)
    .where('gatherings.starts_at', '<=', plus(now, DAY))
    .where('gatherings.cancelled_at', 'is', null)
    .where('gatherings.ended_at', 'is', null)
    .where('unsubscribes.email', 'is', null)
    .where((eb) =>
      eb.or([eb('call_answers.answer', 'is', null), eb('call_answers.answer', '!=', 'no')]),
    )
    .where(notYet(now))
    .orderBy('gatherings.starts_at')
    .execute()
}

/** Takes a reminder, once for ever; false when it was taken before. */
export async function takeReminder(
  tx: Transaction,
  invitation: CallInvitationId,
  reminder: Reminder,
  now: Instant,
): Promise<boolean> {
  const taken = await writing(tx)
    .insertInto('call_reminders')
    .values({ invitation, reminder, sent_at: now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** The invitation as it stands. */
export async function invitationOf(db: Reader, id: CallInvitationId) {
  return reading(db)
    .selectFrom('call_invitations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}
