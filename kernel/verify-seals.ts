/** Are the seals a chain, and does the record still hold every head that they sealed? */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { GENESIS } from './record.ts'
import { digestHead, type Seal, sealHashOf } from './seal.ts'
import type { Found } from './verify-chain.ts'

export type SealsSeen = { seals: number; lastSeal: Seal | null }

/** Checks all seals, oldest first. */
export async function verifySeals(tx: Transaction, found: Found): Promise<SealsSeen> {
  const seals = await tx.selectFrom('seals').selectAll().orderBy('at').orderBy('id').execute()
  let previous: Buffer = GENESIS
  for (const seal of seals) {
    if (!seal.previous.equals(previous))
      found(`The seal of ${seal.at}: the seal before it is missing or was changed.`)
    if (!sealHashOf(seal).equals(seal.hash)) found(`The seal of ${seal.at}: its hash does not fit.`)
    await verifyHeads(tx, seal, found)
    previous = seal.hash
  }
  return { seals: seals.length, lastSeal: seals.at(-1) ?? null }
}

async function verifyHeads(tx: Transaction, seal: Seal, found: Found): Promise<void> {
  const digest = createHash('sha256')
  const heads = await tx
    .selectFrom('seal_heads')
    .leftJoin('record', (join) =>
      join
        .onRef('record.topic', '=', 'seal_heads.topic')
        .onRef('record.seq', '=', 'seal_heads.seq'),
    )
    .select(['seal_heads.topic', 'seal_heads.seq', 'seal_heads.hash', 'record.hash as now'])
    .where('seal_heads.seal', '=', seal.id)
    .orderBy(sql`seal_heads.topic collate "C"`)
    .execute()
  for (const head of heads) {
    digestHead(digest, head)
    if (!head.now)
      found(
        `${head.topic}: entry ${head.seq} was there when it was sealed on ${seal.at}, and is not any more.`,
      )
    else if (!head.now.equals(head.hash))
      found(`${head.topic}: entry ${head.seq} is not what was sealed on ${seal.at}.`)
  }
  if (heads.length !== seal.topics || !digest.digest().equals(seal.heads)) {
    found(`The seal of ${seal.at}: its list of heads was changed.`)
  }
}
