/**
 * Verifying the record: every chain is computed anew from what stands in the database, page by
 * page, so that a million entries need no more memory than a thousand, in one snapshot beside a
 * living hall. What is checked: verify-chain.ts and verify-seals.ts.
 */
import { sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'
import {
  type Chain,
  checkRow,
  closeChain,
  type Found,
  type Head,
  openChain,
  type Row,
} from './verify-chain.ts'
import { type SealsSeen, verifySeals } from './verify-seals.ts'

const PAGE = 2000
const FAULTS_SHOWN = 50

type ChainsSeen = { entries: number; topics: number; redactions: number }
export type Verdict = ChainsSeen &
  SealsSeen & {
    /** Sentences, the first fifty of `faultCount`. */
    faults: string[]
    faultCount: number
  }

/** Checks the whole record and its seals. */
export async function verifyRecord(db: Reader): Promise<Verdict> {
  const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return snapshot.execute(async (tx) => {
    const faults: string[] = []
    let faultCount = 0
    const found = (fault: string) => {
      faultCount += 1
      if (faults.length < FAULTS_SHOWN) faults.push(fault)
    }
    const chains = await verifyChains(tx, found)
    const seals = await verifySeals(tx, found)
    return { ...chains, ...seals, faults, faultCount }
  })
}

async function verifyChains(tx: Transaction, found: Found): Promise<ChainsSeen> {
  const seen = { entries: 0, topics: 0, redactions: 0 }
  let chain: Chain | null = null
  const close = (ending: Chain | null) => {
    if (!ending) return
    closeChain(ending, found)
    seen.topics += 1
    seen.redactions += ending.gone.size
  }
  for await (const row of rowsOf(tx)) {
    if (chain?.topic !== row.topic) {
      close(chain)
      chain = openChain(row.topic, row.head)
    }
    checkRow(chain, row, found)
    seen.entries += 1
  }
  close(chain)
  await verifyEmptyTopics(tx, found)
  return seen
}

type RowAndHead = Row & { head: Head | null }

async function* rowsOf(tx: Transaction): AsyncGenerator<RowAndHead> {
  let last = { topic: '', seq: 0 }
  for (;;) {
    const page = await pageAfter(tx, last)
    for (const { head_seq, head_hash, ...row } of page) {
      yield {
        ...row,
        head: head_seq !== null && head_hash ? { seq: head_seq, hash: head_hash } : null,
      }
    }
    const end = page.at(-1)
    if (!end) return
    last = { topic: end.topic, seq: end.seq }
  }
}

async function pageAfter(tx: Transaction, { topic, seq }: { topic: string; seq: number }) {
  return tx
    .selectFrom('record')
    .leftJoin('topics', 'topics.topic', 'record.topic')
    .selectAll('record')
    .select(['topics.seq as head_seq', 'topics.hash as head_hash'])
    .where(sql<boolean>`(record.topic, record.seq) > (${topic}, ${seq})`)
    .orderBy('record.topic')
    .orderBy('record.seq')
    .limit(PAGE)
    .execute()
}

/** A topic whose entries are all gone has a head still. */
async function verifyEmptyTopics(tx: Transaction, found: Found): Promise<void> {
  const empty = await tx
    .selectFrom('topics')
    .select(['topic', 'seq'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('record').select('id').whereRef('record.topic', '=', 'topics.topic').limit(1),
        ),
      ),
    )
    .execute()
  for (const { topic, seq } of empty) found(`${topic}: all of its ${seq} entries are missing.`)
}
