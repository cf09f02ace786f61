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

/** Opens a transaction, runs `work` in it, commits, and publishes what was noted. */
export async function transact<T>(
  options: TransactOptions,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const scope: Scope = {
    entries: [],
    heads: new Map(),
    after: [],
    listeners: options.listeners,
  }
  const answer = await options.db.transaction().execute(async (tx) => {
    scopes.set(tx, scope)
    return work(tx)
  })
  options.publish(scope.entries)
  for (const run of scope.after) run()
  return answer
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
