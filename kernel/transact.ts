/**
 * One transaction: state and record are written together or not at all, and after the commit the
 * live hub hears of the entries once. With a repeat key, the answer is stored in the same
 * transaction, so that the same request sent again, even after a crash, answers the same and does
 * nothing new.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from './canonical.ts'
import type { Instant } from './clock.ts'
import type { Reader, Transaction } from './database.ts'
import { Refused } from './problem.ts'
import type { Entry, Head } from './record.ts'

export type Listener = (tx: Transaction, entry: Entry) => Promise<void>
export type Listeners = (kind: string) => readonly Listener[]

type Scope = {
  entries: Entry[]
  /** The heads of the topics that this transaction holds. */
  heads: Map<string, Head>
  after: (() => void)[]
  listeners: Listeners
}
const scopes = new WeakMap<object, Scope>()

export function scopeOf(tx: Transaction): Scope {
  const scope = scopes.get(tx)
  if (!scope) throw new Error('This transaction was not opened by transact().')
  return scope
}

/** Runs something after the commit; not at all when the transaction fails. */
export function afterCommit(tx: Transaction, run: () => void): void {
  scopeOf(tx).after.push(run)
}

export type TransactOptions = {
  db: Reader
  listeners: Listeners
  publish: (entries: Entry[]) => void
}

/** What PostgreSQL asks to be tried again: a deadlock it broke, a serialization it could not keep. */
const AGAIN = new Set(['40P01', '40001'])
const TRIES = 4

function asksAgain(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && AGAIN.has(String(cause.code))
}

async function attempt<T>(
  { db, listeners }: TransactOptions,
  work: (tx: Transaction) => Promise<T>,
): Promise<{ scope: Scope; answer: T }> {
  const scope: Scope = { entries: [], heads: new Map(), after: [], listeners }
  const answer = await db.transaction().execute(async (tx) => {
    scopes.set(tx, scope)
    return work(tx)
  })
  return { scope, answer }
}

/**
 * Opens a transaction, runs `work` in it, commits, and publishes what was noted. Of two transactions
 * that wait for each other, the one that PostgreSQL stops is run again; so `work` changes nothing
 * outside the transaction but by `afterCommit`.
 */
export async function transact<T>(
  options: TransactOptions,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { scope, answer } = await attempt(options, work)
      options.publish(scope.entries)
      for (const run of scope.after) run()
      return answer
    } catch (cause) {
      if (!asksAgain(cause) || tries === TRIES) throw cause
    }
  }
}

export type Repeat = { caller: string; key: string; step: number; request: unknown; now: Instant }

/**
 * `work`, once for a repeat key (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header).
 * The answer must be JSON. Refuses `key-reused` when the key came with another request before.
 */
export async function onceFor<T>(
  tx: Transaction,
  repeat: Repeat,
  work: () => Promise<T>,
): Promise<T> {
  const request = createHash('sha256').update(canonical(repeat.request)).digest()
  const { caller, key, step } = repeat
  const taken = await tx
    .insertInto('repeats')
    .values({ caller, key, step, request, answer: 'null', at: repeat.now })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 1n) {
    const answer = await work()
    await tx
      .updateTable('repeats')
      .set({ answer: JSON.stringify(answer ?? null) })
      .where(sql<boolean>`(caller, key, step) = (${caller}, ${key}, ${step})`)
      .execute()
    return answer
  }
  const found = await sql<{ request: Buffer; answer: T }>`select request, answer from repeats
    where (caller, key, step) = (${caller}, ${key}, ${step})`.execute(tx)
  const before = found.rows[0]
  if (!before?.request.equals(request)) throw new Refused('key-reused')
  return before.answer
}
