/** The tables of this slice. */
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Access, Plan, Settings } from '../rules/calling.ts'
import type { Reminder } from '../rules/doors.ts'
import type { ItemKind, Owner } from '../rules/items.ts'
import type { Rule } from '../rules/recurrence.ts'

export type GatheringId = Id<'gth'>
export type SeriesId = Id<'ser'>
export type CallInvitationId = Id<'inv'>
export type Answer = 'yes' | 'maybe' | 'no'

type Stored<T> = ColumnType<T, string, string>

export type Tables = {
  series: {
    id: SeriesId
    rule: Stored<Rule>
    starts_at: Instant
    zone: string
    plan: Stored<Plan>
    sequence: number
    moved_minutes: Generated<number>
    made_until: Instant
    ended_at: Instant | null
  }
  gatherings: {
    id: GatheringId
    circle: CircleId | null
    series: SeriesId | null
    occurrence: Instant | null
    title: string
    purpose: string
    starts_at: Instant
    zone: string
    minutes: number
    access: Access
    settings: Stored<Settings>
    sequence: number
    entry_key: string
    called_by: PersonId | null
    called_at: Instant
    changed_at: Instant
    cancelled_at: Instant | null
    reason: string | null
    opened_at: Instant | null
    ended_at: Instant | null
    imported: boolean
  }
  items: {
    id: Id<'itm'>
    gathering: GatheringId
    place: number
    kind: ItemKind
    title: string
    owners: Stored<Owner[]>
    minutes: number
    line: string
    aside: string
    handouts: Stored<string[]>
  }
  gathering_facilitators: { gathering: GatheringId; person: PersonId }
  call_invitations: {
    id: CallInvitationId
    gathering: GatheringId
    email: string
    name: string | null
    person: PersonId | null
    locale: string
    invited_at: Instant
    told_sequence: number
  }
  call_tokens: { hash: Buffer; invitation: CallInvitationId; made_at: Instant }
  call_answers: { gathering: GatheringId; who: string; answer: Answer; at: Instant }
  call_reminders: { invitation: CallInvitationId; reminder: Reminder; sent_at: Instant }
  unsubscribes: { email: string; kind: 'invitations' | 'reminders'; at: Instant }
  call_doors: {
    gathering: GatheringId
    browser: string
    entry_key: string | null
    invitation: CallInvitationId | null
    at: Instant
  }
  feeds: {
    id: Id<'fee'>
    person: PersonId
    circle: CircleId | null
    token: Buffer
    made_at: Instant
    revoked_at: Instant | null
  }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (gathering: GatheringId): string => `call:${gathering}`
