/** The tables of this slice. */
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import type { VersionId } from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { State, WordKind } from '../rules/applying.ts'

export type ApplicationId = Id<'apl'>
export type LinkId = Id<'lnk'>
export type ExclusionId = Id<'exc'>
export type Coop = { name: string; country: string | null; place: string; does: string }
export type Answer = { key: string; question: string; text: string }

type Json<T> = ColumnType<T, string, string>

export type Tables = {
  applications: {
    id: ApplicationId
    circle: CircleId
    class: string
    person: PersonId
    coop: Json<Coop | null> | null
    answers: Json<Answer[]>
    state: State
    made_at: Instant
    shown_at: Instant | null
    decided_at: Instant | null
    decided_by: PersonId | null
    reason: string | null
    reminded_at: Instant | null
  }
  application_words: {
    id: Id<'wrd'>
    application: ApplicationId
    person: PersonId
    kind: WordKind
    text: string
    at: Instant
    taken_back_at: Instant | null
  }
  join_links: {
    id: LinkId
    circle: CircleId
    class: string
    token: Buffer
    made_by: PersonId
    made_at: Instant
    expires_at: Instant
    uses: number
    used: Generated<number>
    ended_at: Instant | null
  }
  departures: { circle: CircleId; person: PersonId; said_at: Instant; leaves_at: Instant }
  exclusions: {
    id: ExclusionId
    circle: CircleId
    member: MemberId
    opened_by: PersonId
    opened_at: Instant
    reason: string
    decide_from: Instant
    heard: string | null
    heard_at: Instant | null
    hearing_at: Instant | null
    hearing_where: Generated<string>
    outcome: 'out' | 'stays' | null
    decided_by: PersonId | null
    decided_at: Instant | null
    decision: string | null
    appeal_until: Instant | null
    appeal: string | null
    appealed_at: Instant | null
    appeal_outcome: 'holds' | 'lifted' | null
    appeal_decided_by: PersonId | null
    appeal_decided_at: Instant | null
    appeal_decision: string | null
  }
  exclusion_voices: {
    exclusion: ExclusionId
    person: PersonId
    is_out: boolean
    text: string
    at: Instant
  }
  pause_wishes: { circle: CircleId; person: PersonId; days: number; why: string; asked_at: Instant }
  endings: {
    id: Id<'end'>
    circle: CircleId
    member: MemberId
    class: string
    why: 'died' | 'dissolved'
    by: PersonId
    at: Instant
    taken_back_at: Instant | null
  }
  rules_letters: {
    circle: CircleId
    member: MemberId
    version: VersionId
    before: VersionId | null
    class_before: string
    class_now: string
    at: Instant
    done_at: Instant | null
  }
  quiet_refusals: { circle: CircleId; day: string; why: string; count: number }
}

export type By = { by: PersonId | null; now: Instant }
export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (circle: CircleId): string => `circle:${circle}`
