/** What somebody is to a gathering (rules/access.ts). */
import type { Reader as Db } from '#kernel/database.ts'
import { isFacilitator, isMember } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Reader } from '../rules/access.ts'
import type { Heading } from './gatherings.ts'
import { cameByLink, invitationByToken } from './links.ts'
import { reading } from './tables.ts'

/** What a caller brings: who they are, the word of an entry link, the word of a personal one. */
export type Bearing = {
  person: PersonId | null
  key?: string | undefined
  token?: string | undefined
  browser?: string | null
}

type Of = Pick<Heading, 'id' | 'circle' | 'calledBy' | 'key'>

/** What the caller is to this gathering. */
export async function readerOf(db: Db, gathering: Of, bearing: Bearing): Promise<Reader> {
  const { person, key, token, browser = null } = bearing
  const [member, shapes, invited, came] = await Promise.all([
    isMember(db, person, gathering.circle),
    shapesIt(db, gathering, person),
    isInvited(db, gathering, { person, token }),
    cameByLink(db, gathering, browser),
  ])
  return { member, shapes, invited, key: came || key === gathering.key }
}

async function shapesIt(db: Db, gathering: Of, person: PersonId | null): Promise<boolean> {
  if (person === null) return false
  if (gathering.calledBy === person) return true
  const named = await reading(db)
    .selectFrom('gathering_facilitators')
    .select('person')
    .where('gathering', '=', gathering.id)
    .where('person', '=', person)
    .executeTakeFirst()
  return named !== undefined || isFacilitator(db, person, gathering.circle)
}

async function isInvited(db: Db, gathering: Of, { person, token }: Bearing): Promise<boolean> {
  if (token && (await invitationByToken(db, token))?.gathering === gathering.id) return true
  if (person === null) return false
  const own = await reading(db)
    .selectFrom('call_invitations')
    .select('id')
    .where('gathering', '=', gathering.id)
    .where('person', '=', person)
    .executeTakeFirst()
  return own !== undefined
}
