/** The tables of this slice. */
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { ChatLine, MinutesState } from '../rules/document.ts'
import type { PadLine } from '../rules/pad-chat.ts'

export type MinutesId = Id<'min'>
export const VISIBILITIES = ['public', 'circle', 'participants'] as const
export type Visibility = (typeof VISIBILITIES)[number]

type Stored<T> = ColumnType<T, string, string>

export type Tables = {
  minutes: {
    id: MinutesId
    gathering: string
    circle: CircleId | null
    title: string
    kind: 'room' | 'chat-file'
    held_from: Instant
    held_till: Instant
    state: MinutesState
    visibility: Visibility
    public_chat: Generated<boolean>
    document: string
    sha256: string | null
    version: Generated<number>
    made_at: Instant
    changed_at: Instant
  }
  minutes_lines: {
    minutes: MinutesId
    seq: number
    item: string | null
    who: string
    line: Stored<ChatLine>
  }
  minutes_people: { minutes: MinutesId; who: string }
  minutes_seals: {
    minutes: MinutesId
    version: number
    sha256: string
    sealed_at: Instant
    why: 'approved' | 'erased' | 'recognised'
    superseded_at: Instant | null
  }
  minutes_claims: {
    id: Id<'clm'>
    minutes: MinutesId
    who: string
    person: PersonId
    asked_at: Instant
    answer: 'yes' | 'no' | null
    answered_by: PersonId | null
    answered_at: Instant | null
  }
  chat_imports: {
    sha256: string
    gathering: string
    minutes: MinutesId
    answer: Stored<object>
    imported_at: Instant
  }
  pad_chats: {
    gathering: string
    line: string
    place: Generated<number>
    words: ColumnType<PadLine | null, string | null, string | null>
    who: string | null
  }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
/** The topic of minutes: who may read them whole reads it. */
export const topicOf = (minutes: string): string => `minutes:${minutes}`
