/** Who a letter goes to: the name, the language and the zone of an invitation's reader. */
import type { Reader } from '#kernel/database.ts'
import { LOCALES } from '#kernel/words.ts'
import { circleOf, coop } from '#slices/circles/index.ts'
import { personOf } from '#slices/people/index.ts'
import type { Gathering } from './gatherings.ts'
import type { CallInvitation } from './invitations.ts'
import type { Addressee } from './letter-given.ts'

/** Null when the person was erased. */
export async function addresseeOf(
  db: Reader,
  invitation: CallInvitation,
  gathering: Pick<Gathering, 'zone'>,
): Promise<Addressee | null> {
  const person = invitation.person ? await personOf(db, invitation.person) : null
  if (invitation.person && !person) return null
  const locale = LOCALES.find((known) => known === (person?.locale ?? invitation.locale)) ?? 'en'
  return {
    name: person?.name ?? invitation.name ?? invitation.email,
    email: person?.email ?? invitation.email,
    locale,
    zone: person?.zone ?? gathering.zone,
  }
}

/** The name of the circle that calls, and of the hall. */
export async function callerNames(
  db: Reader,
  gathering: Pick<Gathering, 'circle'>,
): Promise<{ circle: string | null; hall: string }> {
  const [circle, hall] = await Promise.all([
    gathering.circle ? circleOf(db, gathering.circle) : null,
    coop(db),
  ])
  return { circle: circle?.name ?? hall?.name ?? null, hall: hall?.name ?? 'Moothall' }
}
