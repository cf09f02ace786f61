/** Invitations to speak for a co-op that lives elsewhere. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { InvitationId } from '#slices/people/index.ts'
import { reading, type Tables, writing } from './tables.ts'

export type InvitedVoice = Tables['delegate_invitations']

/** Says for whom an invitation lets somebody speak. */
export async function inviteVoice(tx: Transaction, row: InvitedVoice): Promise<void> {
  await writing(tx).insertInto('delegate_invitations').values(row).execute()
}

export async function invitedVoice(
  db: Reader,
  invitation: InvitationId,
): Promise<InvitedVoice | undefined> {
  return reading(db)
    .selectFrom('delegate_invitations')
    .selectAll()
    .where('invitation', '=', invitation)
    .executeTakeFirst()
}
