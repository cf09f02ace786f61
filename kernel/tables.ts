/** The tables that the kernel owns. A slice adds its own with `db.withTables<ItsTables>()`. */
import type { ColumnType, Generated } from 'kysely'
import type { Instant } from './clock.ts'
import type { Findable } from './search.ts'

export type KernelTables = {
  /** The head of each topic's chain: how many entries it has and the hash of the last. */
  topics: { topic: string; seq: number; hash: Buffer }
  /** The append-only log. `stands` replaces `data` for readers once an entry was redacted. */
  record: {
    id: string
    topic: string
    seq: number
    at: Instant
    actor: string | null
    kind: string
    data: ColumnType<Record<string, unknown> | null, string, null>
    salt: Buffer | null
    commitment: Buffer
    hash: Buffer
    stands: ColumnType<Record<string, unknown> | null, string | null, string>
  }
  /** The heads of all chains at a moment, chained themselves. */
  seals: { id: string; at: Instant; previous: Buffer; heads: Buffer; topics: number; hash: Buffer }
  seal_heads: { seal: string; topic: string; seq: number; hash: Buffer }
  /** What a repeated request answers, written in the transaction of the first. */
  repeats: {
    caller: string
    key: string
    step: number
    request: Buffer
    answer: ColumnType<unknown, string, string>
    at: Instant
  }
  sessions: {
    id: string
    token: Buffer
    person: string
    agent: string
    locale: string | null
    opened_at: Instant
    seen_at: Instant
    ends_at: Instant
  }
  /** Settings of the hall itself, by name. */
  settings: { name: string; value: ColumnType<unknown, string, string> }
  /** Mails that nobody could send: the outbox, shown to stewards. */
  outbox: {
    id: string
    at: Instant
    recipient: string
    subject: string
    body: string | null
    secret: Generated<boolean>
    expires_at: Instant | null
  }
  /** Words to be found, with who may find them. */
  search: Findable
  migrations: { name: string; sha256: string; at: Generated<Instant> }
}
