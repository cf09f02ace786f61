/** The tables of this slice. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Day } from '../rules/days.ts'
import type { Mode } from '../rules/modes.ts'

export type EvidenceId = Id<'evd'>
export type ExcuseId = Id<'exc'>
export type ExcuseRequestId = Id<'exr'>
export type ClaimId = Id<'clm'>
export type BankPaymentId = Id<'bpy'>
export type Source = 'hand' | 'table' | 'bank' | 'claim'
export type Answer = 'acknowledged' | 'declined' | 'withdrawn'

export type Tables = {
  evidence: {
    id: EvidenceId
    circle: CircleId
    member: MemberId
    unit: string
    amount: number
    happened: Day
    known: Day
    known_at: Instant
    duty: string | null
    corrects: EvidenceId | null
    source: Source
    source_key: string | null
    by: PersonId | null
    note: string
  }
  gatherings_held: { gathering: string; circle: CircleId; happened: Day; known: Day }
  attendances: { gathering: string; person: PersonId; known: Day }
  excuses: {
    id: ExcuseId
    circle: CircleId
    member: MemberId
    duty: string | null
    from: Day
    until: Day | null
    known: Day
    by: PersonId | null
  }
  excuse_requests: {
    id: ExcuseRequestId
    circle: CircleId
    member: MemberId
    by: PersonId
    duty: string | null
    until: Day
    said: string
    asked_at: Instant
    answer: 'granted' | 'declined' | 'withdrawn' | null
    answered_by: PersonId | null
    answered_at: Instant | null
    why: string
    excuse: ExcuseId | null
  }
  claims: {
    id: ClaimId
    circle: CircleId
    member: MemberId
    by: PersonId
    unit: string
    amount: number
    happened: Day
    duty: string | null
    said: string
    claimed_at: Instant
    answer: Answer | null
    answered_by: PersonId | null
    answered_at: Instant | null
    why: string
    evidence: EvidenceId | null
  }
  bank_payments: {
    id: BankPaymentId
    circle: CircleId
    key: string
    day: Day
    minor: number
    currency: string
    returned: boolean
    name: string
    text: string
    proposed: string[]
    imported_at: Instant
    state: 'open' | 'placed' | 'aside'
    member: MemberId | null
    evidence: EvidenceId | null
  }
  payment_references: { circle: CircleId; member: MemberId; reference: string }
  payment_accounts: {
    circle: CircleId
    name: string
    iban: string
    set_at: Instant
    by: PersonId | null
  }
  standing_notices: { circle: CircleId; member: MemberId; changes_on: Day; told_at: Instant }
  mode_wishes: { circle: CircleId; person: PersonId; wish: Mode; said: string; at: Instant }
}

export type By = { by: PersonId | null; now: Instant }

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()

/** What a treasurer does is told here; read by whoever may see the standing of all. */
export const ledgerOf = (circle: CircleId): string => `ledger:${circle}`
