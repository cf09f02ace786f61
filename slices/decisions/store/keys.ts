/** The keys of secret decisions: made before the opening, kept while papers are signed. */
import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Group } from '../rules/secret/groups.ts'
import { type DecisionId, reading, writing } from './tables.ts'

const BITS = 2048
const make = promisify(generateKeyPair)

export type KeyPair = { publicKey: Buffer; privateKey: Buffer }
/** By the key of their group. */
export type Keys = ReadonlyMap<string, KeyPair>

/** Makes a pair for each group, beside the event loop. */
export async function makeKeys(groups: readonly Group[]): Promise<Keys> {
  const pairs = groups.map(async ({ key }) => {
    const pair = await make('rsa', {
      modulusLength: BITS,
      publicKeyEncoding: { type: 'spki', format: 'der' },
      privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    })
    return [key, pair] as const
  })
  return new Map(await Promise.all(pairs))
}

/** Lays the keys and an empty urn beside a decision that is about to open. */
export async function layUrn(
  tx: Transaction,
  decision: DecisionId,
  pairs: readonly (Group & KeyPair)[],
): Promise<void> {
  const db = writing(tx)
  for (const { key: group, classes, publicKey, privateKey } of pairs) {
    await db
      .insertInto('decision_keys')
      .values({ decision, group, classes, public_key: publicKey })
      .execute()
    await db
      .insertInto('decision_signing_keys')
      .values({ decision, group, private_key: privateKey })
      .execute()
  }
  const ballots = JSON.stringify(Object.fromEntries(pairs.map(({ key }) => [key, {}])))
  await db.insertInto('decision_urns').values({ decision, ballots }).execute()
}

export type PublicKey = { group: string; classes: string[]; public_key: Buffer }

/** The public keys, in the order of their groups' names; none where ballots are not secret. */
export function publicKeysOf(db: Reader, decision: DecisionId): Promise<PublicKey[]> {
  return reading(db)
    .selectFrom('decision_keys')
    .select(['group', 'classes', 'public_key'])
    .where('decision', '=', decision)
    .orderBy('group')
    .execute()
}

export async function publicKeyOf(
  db: Reader,
  decision: DecisionId,
  group: string,
): Promise<Buffer | null> {
  const found = await reading(db)
    .selectFrom('decision_keys')
    .select('public_key')
    .where('decision', '=', decision)
    .where('group', '=', group)
    .executeTakeFirst()
  return found?.public_key ?? null
}

/** What papers of a group are signed with; null once it is closed. */
export async function signingKeyOf(
  tx: Transaction,
  decision: DecisionId,
  group: string,
): Promise<Buffer | null> {
  const found = await writing(tx)
    .selectFrom('decision_signing_keys')
    .select('private_key')
    .where('decision', '=', decision)
    .where('group', '=', group)
    .executeTakeFirst()
  return found?.private_key ?? null
}
