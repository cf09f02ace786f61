/** What invitations are to. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { InvitationId } from '#slices/people/index.ts'
import type { CircleId } from '../rules.ts'
import { reading, writing } from './tables.ts'

/** Says what an invitation is to. */
export async function inviteTo(
  tx: Transaction,
  row: { invitation: InvitationId; circle: CircleId; steward: boolean; class: string | null },
): Promise<void> {
  await writing(tx).insertInto('circle_invitations').values(row).execute()
}

/** What invitations are to, for these or for a circle. */
export async function invitedTo(
  db: Reader,
  which: { invitation: InvitationId } | { circle: CircleId },
): Promise<
  { invitation: InvitationId; circle: CircleId; steward: boolean; class: string | null }[]
> {
  const query = reading(db).selectFrom('circle_invitations').selectAll()
  return 'circle' in which
    ? query.where('circle', '=', which.circle).execute()
    : query.where('invitation', '=', which.invitation).execute()
}
