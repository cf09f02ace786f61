/** The tables of this slice. */
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { GuestId, PersonId } from '../rules/names.ts'
import type { MergeId } from '../rules/records.ts'

export type PeopleTables = {
  persons: {
    id: PersonId
    name: string | null
    email: string | null
    locale: string | null
    zone: string | null
    addressed: string | null
    made_at: Instant
    seen_at: Instant
    visited_at: Instant | null
    erased_at: Instant | null
    merged_into: Generated<PersonId | null>
  }
  merges: {
    id: MergeId
    kept: PersonId
    other: PersonId
    by: PersonId | null
    at: Instant
    until: Instant
    parted_at: Instant | null
    parted_by: PersonId | null
  }
  proven_records: { person: PersonId; other: PersonId; at: Instant }
  guests: {
    id: GuestId
    gathering: string
    browser: string
    name: string | null
    name_key: string
    number: number
    person: PersonId | null
    entered_at: Instant
  }
  sign_in_codes: {
    id: string
    purpose: 'sign-in' | 'address' | 'record'
    email: string
    browser: string
    ip: string
    person: PersonId | null
    salt: Buffer
    code: Buffer | null
    tries: Generated<number>
    asked_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  known_browsers: { person: PersonId; browser: string }
  passkeys: {
    id: Id<'psk'>
    person: PersonId
    credential: string
    public_key: Buffer
    counter: number
    transports: ColumnType<string[], readonly string[], never>
    name: string
    made_at: Instant
    used_at: Instant | null
  }
  passkey_challenges: {
    challenge: string
    browser: string
    person: PersonId | null
    expires_at: Instant
  }
  invitations: {
    id: Id<'inv'>
    kind: 'invitation' | 'way-back'
    email: string | null
    name: string | null
    person: PersonId | null
    by: PersonId | null
    token: Buffer
    made_at: Instant
    expires_at: Instant
    taken_at: Instant | null
  }
}

export const reading = (db: Reader) => db.withTables<PeopleTables>()
export const writing = (tx: Transaction) => tx.withTables<PeopleTables>()
