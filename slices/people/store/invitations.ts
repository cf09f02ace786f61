/** One-time links: an invitation to become a person here, and a way back in. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import type { PersonId } from '../rules/names.ts'
import { personAt } from './persons.ts'
import { reading, writing } from './tables.ts'

export const INVITATION_DAYS = 30
const WAY_BACK_DAYS = 1

export type InvitationId = Id<'inv'>
export type Invited = {
  invitation: InvitationId
  /** Part of the link that goes by mail; stored only as its hash. */
  token: string
  /** Who has this address already. */
  person: PersonId | null
}

export type Inviting = {
  email: string
  name?: string | null
  by: PersonId | null
  now: Instant
  /** For how long it can be taken; 30 days when nothing is said. */
  days?: number | undefined
}

/**
 * Invites an address: whoever reads its mail may become a person here. The caller sends the
 * letter with the token in its link, and hears `invitation.taken` when it is taken.
 */
export async function inviteAddress(
  tx: Transaction,
  { email, name = null, by, now, days = INVITATION_DAYS }: Inviting,
): Promise<Invited> {
  const known = await personAt(tx, email)
  const person = known?.id ?? null
  const made = await makeLink(tx, {
    kind: 'invitation',
    email,
    name,
    person,
    by,
    now,
    days,
  })
  return { ...made, person }
}

/** Makes a one-time way back in for a person who has lost their mail. */
export async function makeWayBack(
  tx: Transaction,
  { person, by, now }: { person: PersonId; by: PersonId | null; now: Instant },
): Promise<{ token: string }> {
  const { token } = await makeLink(tx, {
    kind: 'way-back',
    email: null,
    name: null,
    person,
    by,
    now,
    days: WAY_BACK_DAYS,
  })
  await note(tx, `person:${person}`, [{ kind: 'way-back.made', data: { by } }], { now, actor: by })
  return { token }
}

type Link = {
  kind: 'invitation' | 'way-back'
  email: string | null
  name: string | null
  person: PersonId | null
  by: PersonId | null
  now: Instant
  days: number
}

async function makeLink(tx: Transaction, { now, days, ...link }: Link) {
  const token = newToken()
  const invitation = newId('inv', Date.parse(now))
  await writing(tx)
    .insertInto('invitations')
    .values({
      ...link,
      id: invitation,
      token: hashToken(token),
      made_at: now,
      expires_at: plus(now, days * DAY),
      taken_at: null,
    })
    .execute()
  return { invitation, token }
}

function open(db: Reader, now: Instant) {
  return reading(db)
    .selectFrom('invitations')
    .selectAll()
    .where('taken_at', 'is', null)
    .where('expires_at', '>', now)
}

/** What a link stands for while it can be taken. */
export async function linkOf(db: Reader, token: string, now: Instant) {
  return open(db, now).where('token', '=', hashToken(token)).executeTakeFirst()
}

/** The same, held until the transaction ends: of two who take it at once, the second finds it taken. */
export async function holdLink(tx: Transaction, token: string, now: Instant) {
  return open(tx, now).where('token', '=', hashToken(token)).forUpdate().executeTakeFirst()
}

/** The invitations of an address that can still be taken, oldest first. */
export async function invitationsOf(db: Reader, email: string, now: Instant) {
  return open(db, now)
    .where('kind', '=', 'invitation')
    .where('email', '=', email)
    .orderBy('made_at')
    .execute()
}

/** The open invitations that somebody may take back, by their ids. */
export async function openInvitations(db: Reader, ids: readonly InvitationId[], now: Instant) {
  if (ids.length === 0) return []
  return open(db, now).where('id', 'in', ids).orderBy('made_at').execute()
}

/** Takes a link, once; notes `invitation.taken`, which later slices hear. */
export async function takeLink(
  tx: Transaction,
  { id, person, now }: { id: InvitationId; person: PersonId; now: Instant },
): Promise<boolean> {
  const taken = await writing(tx)
    .updateTable('invitations')
    .set({ taken_at: now, person })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .returning('kind')
    .executeTakeFirst()
  if (!taken) return false
  const kind = taken.kind === 'invitation' ? 'invitation.taken' : 'way-back.taken'
  await note(tx, `person:${person}`, [{ kind, data: { invitation: id, person } }], {
    now,
    actor: person,
  })
  return true
}

/** Takes an invitation back before it was taken. */
export async function withdrawInvitation(tx: Transaction, id: InvitationId): Promise<void> {
  await writing(tx)
    .updateTable('invitations')
    .set({ expires_at: '1970-01-01T00:00:00.000Z' })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .execute()
}
