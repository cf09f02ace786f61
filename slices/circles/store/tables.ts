/** The tables of this slice. */
import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { InvitationId, PersonId } from '#slices/people/index.ts'
import type { Circle, CircleId, Role } from '../rules.ts'
import type { Delegate, MemberId } from '../rules/belonging.ts'

export type Tables = {
  circles: {
    id: CircleId
    parent: CircleId | null
    name: string
    purpose: string
    kind: Circle['kind']
    calls: Circle['calls']
    zone: string | null
    made_at: Instant
    closed_at: Instant | null
    rests_since: Instant | null
    elsewhere: Generated<boolean>
    merged_into: CircleId | null
  }
  circle_history: {
    circle: CircleId
    parent: CircleId | null
    name: string
    state: 'open' | 'resting' | 'closed'
    from: Instant
    until: Instant | null
  }
  circle_cards: Card & { circle: CircleId }
  members: {
    circle: CircleId
    person: PersonId | null
    body: CircleId | null
    member: GeneratedAlways<MemberId>
    class: Generated<string>
    shown: Generated<'name' | 'number'>
    name: Generated<string>
    name_key: GeneratedAlways<string>
    from: Instant
    until: Instant | null
  }
  delegate_invitations: {
    invitation: InvitationId
    circle: CircleId
    body: CircleId
    alternate: boolean
    mandate: string
    ends: Instant | null
  }
  delegates: Delegate
  pauses: {
    circle: CircleId
    member: MemberId
    from: Instant
    ends: Instant
    until: Instant | null
    by: PersonId | null
  }
  roles: { circle: CircleId; person: PersonId; role: Role; from: Instant; until: Instant | null }
  circle_invitations: {
    invitation: InvitationId
    circle: CircleId
    steward: boolean
    class: string | null
  }
}

/** What a member co-op says of itself in the directory; the country as ISO 3166-1 alpha-2. */
export type Card = {
  country: string | null
  place: string
  does: string
  tools: string
  contacts: string
  site: string
}

export type By = { by: PersonId | null; now: Instant }

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (circle: CircleId): string => `circle:${circle}`

export const COLUMNS = [
  'id',
  'parent',
  'name',
  'purpose',
  'kind',
  'calls',
  'rests_since as rests',
  'elsewhere',
] as const
