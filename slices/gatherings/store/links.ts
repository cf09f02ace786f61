/** The links by which people come without an account: the entry link, and personal ones. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader as Db, Transaction } from '#kernel/database.ts'
import { hashToken } from '#kernel/session.ts'
import type { Heading } from './gatherings.ts'
import { type CallInvitationId, type GatheringId, reading, writing } from './tables.ts'

/** Whether a browser came by a link that still lets in. */
export async function cameByLink(
  db: Db,
  { id, key }: Pick<Heading, 'id' | 'key'>,
  browser: string | null,
): Promise<boolean> {
  if (browser === null) return false
  const door = await reading(db)
    .selectFrom('call_doors')
    .select(['entry_key', 'invitation'])
    .where('gathering', '=', id)
    .where('browser', '=', browser)
    .executeTakeFirst()
  return door !== undefined && (door.invitation !== null || door.entry_key === key)
}

/** Keeps by which link a browser came. */
export async function openDoor(
  tx: Transaction,
  door: {
    gathering: GatheringId
    browser: string
    key: string | null
    invitation: CallInvitationId | null
  },
  now: Instant,
): Promise<void> {
  const { gathering, browser, key, invitation } = door
  if (key === null && invitation === null) return
  const by = { entry_key: key, invitation, at: now }
  await writing(tx)
    .insertInto('call_doors')
    .values({ gathering, browser, ...by })
    .onConflict((oc) => oc.columns(['gathering', 'browser']).doUpdateSet(by))
    .execute()
}

/** The invitation that a personal link stands for. */
export async function invitationByToken(db: Db, token: string) {
  return reading(db)
    .selectFrom('call_tokens')
    .innerJoin('call_invitations', 'call_invitations.id', 'call_tokens.invitation')
    .selectAll('call_invitations')
    .where('call_tokens.hash', '=', hashToken(token))
    .executeTakeFirst()
}
