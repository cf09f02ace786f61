/** What somebody is to a gathering (rules/access.ts). */
import type { Instant } from '#kernel/clock.ts'
import type { Reader as Db, Transaction } from '#kernel/database.ts'
import { hashToken } from '#kernel/session.ts'
import { type CircleId, isFacilitator, isMember } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { isListedFor, type Reader, STRANGER } from '../rules/access.ts'
import type { Heading } from './gatherings.ts'
import { type CallInvitationId, type GatheringId, reading, writing } from './tables.ts'

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

/** Whether a browser came by a link that still lets in. */
async function cameByLink(db: Db, { id, key }: Of, browser: string | null): Promise<boolean> {
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

/** Of many gatherings those that stand in this person's lists, in the order given. */
export async function listedFor<T extends Heading>(
  db: Db,
  gatherings: readonly T[],
  person: PersonId | null,
): Promise<T[]> {
  const own = await ownOf(db, person)
  const circles = new Map<CircleId | null, Promise<[boolean, boolean]>>()
  const standing = (circle: CircleId | null) => {
    const known =
      circles.get(circle) ??
      Promise.all([isMember(db, person, circle), isFacilitator(db, person, circle)])
    circles.set(circle, known)
    return known
  }
  const seen = await Promise.all(
    gatherings.map(async (gathering) => {
      const [member, facilitator] = await standing(gathering.circle)
      const shapes =
        facilitator || gathering.calledBy === person || own.facilitates.has(gathering.id)
      const who = {
        ...STRANGER,
        member,
        shapes: person !== null && shapes,
        invited: own.invited.has(gathering.id),
      }
      return isListedFor(gathering.access, who)
    }),
  )
  return gatherings.filter((_, index) => seen[index])
}

async function ownOf(db: Db, person: PersonId | null) {
  if (person === null) return { invited: new Set<string>(), facilitates: new Set<string>() }
  const own = reading(db)
  const [invited, facilitates] = await Promise.all([
    own.selectFrom('call_invitations').select('gathering').where('person', '=', person).execute(),
    own
      .selectFrom('gathering_facilitators')
      .select('gathering')
      .where('person', '=', person)
      .execute(),
  ])
  const ids = (rows: { gathering: string }[]) => new Set(rows.map(({ gathering }) => gathering))
  return { invited: ids(invited), facilitates: ids(facilitates) }
}
