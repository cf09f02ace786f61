/** The tables of this slice. */
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { Outcome } from '../rules/comments.ts'
import type { Piece } from '../rules/news.ts'
import type { HolderKind, NoteRight } from '../rules/rights.ts'
import type { Returns } from '../rules/returning.ts'

export type NoteId = Id<'not'>
/** By the clock, by name, before something was brought back. */
export type VersionKind = 'timed' | 'kept' | 'before'
export type LinkId = Id<'nlk'>
export type CommentId = Id<'cmt'>

export type Tables = {
  notes: {
    id: NoteId
    holder_kind: HolderKind
    holder: string
    title: string
    made_by: string | null
    made_at: Instant
    locked_at: Instant | null
    locked_by: string | null
    approved_at: Instant | null
    approved_by: string | null
    rested_at: Instant | null
    template: Generated<boolean>
    returns: Generated<Returns>
    public_at: Generated<Instant | null>
    approved_text: Generated<string | null>
    approved_sha256: Generated<string | null>
  }
  note_places: {
    gathering: string
    note: NoteId
    opened_at: Instant
    carried_from: NoteId | null
    sections_due: Generated<boolean>
    carried: Generated<boolean>
  }
  note_found: { note: NoteId; at: Instant }
  note_links: {
    id: LinkId
    note: NoteId
    gives: Exclude<NoteRight, 'none'>
    token: Buffer
    label: string
    made_by: string
    made_at: Instant
    expires_at: Instant | null
    revoked_at: Instant | null
  }
  note_doors: {
    note: NoteId
    holder: string
    link: LinkId
    guest: string | null
    came_at: Instant
    shut_at: Instant | null
  }
  /** The text as it was last folded, and how it reads. */
  note_texts: {
    note: NoteId
    state: Buffer
    blocks: JSONColumnType<Piece[]>
    text: string
    characters: number
    updated_at: Instant
  }
  /** The history: what was written, merged by two seconds. */
  note_updates: {
    seq: Generated<number>
    note: NoteId
    begun_at: Instant
    at: Instant
    whos: string[]
    bytes: Buffer
    folded: Generated<boolean>
    version: Generated<number | null>
  }
  /** Which Yjs client writes for whom; for whom else than people: rules/authors.ts. */
  note_clients: {
    note: NoteId
    client: number
    who: string
    name: string | null
    number: number
    first_seen: Instant
    color: Generated<string | null>
  }
  note_versions: {
    note: NoteId
    number: number
    begun_at: Instant
    at: Instant
    whos: string[]
    kind: VersionKind
    label: string | null
    made_by: string | null
    made_at: Instant
    characters: number
    delta: Buffer
    state: Buffer | null
  }
  /** Comments and suggestions; those with `answers` stand in the talk that this one began. */
  note_comments: {
    id: CommentId
    note: NoteId
    answers: CommentId | null
    who: string
    text: string
    made_at: Instant
    changed_at: Instant | null
    taken_at: Instant | null
    hidden_at: Instant | null
    hidden_by: string | null
    hidden_why: string | null
    quote: string | null
    anchor_from: Buffer | null
    anchor_to: Buffer | null
    resolved_at: Instant | null
    resolved_by: string | null
    proposed: string | null
    outcome: Outcome | null
    outcome_why: string | null
    seq: GeneratedAlways<number>
  }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (note: NoteId): string => `note:${note}`
/** The id in an address; one that is none finds nothing. */
export const noteIdIn = (text: string): NoteId =>
  text.startsWith('not_') ? `not_${text.slice(4)}` : 'not_'
