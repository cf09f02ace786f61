/**
 * The word behind "no more of these": it names a person and what is to stop, and is signed with a key
 * that this hall made for it, so that it needs no row and cannot be guessed.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Reader, Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import { settingOf } from '#kernel/settings.ts'
import { circlesOf } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Round } from '../rules/notices.ts'
import { wishFor, wishIn } from './following.ts'
import { type ThreadId, writing } from './tables.ts'

const KEY = 'threads.stop-key'
const Key = z.string().min(32)
const Stop = z.tuple([
  idOf('per', 'a person'),
  z.union([idOf('thr', 'a thread'), z.enum(['daily', 'weekly'])]),
])
export type Stop = { person: PersonId; what: ThreadId | Round }

/** The key, made once. */
async function keyOf(tx: Transaction): Promise<string> {
  await tx
    .insertInto('settings')
    .values({ name: KEY, value: JSON.stringify(randomBytes(32).toString('hex')) })
    .onConflict((oc) => oc.doNothing())
    .execute()
  return Key.parse(await settingOf(tx, KEY, Key))
}

function signed(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** The word that stops this for this person. */
export async function stopWord(tx: Transaction, { person, what }: Stop): Promise<string> {
  const text = `${person}.${what}`
  return `${text}.${signed(text, await keyOf(tx))}`
}

/** What a word stops; null when it is not of this hall. */
export async function stopIn(db: Reader, word: string): Promise<Stop | null> {
  const [who = '', about = '', sign = ''] = word.split('.')
  const key = await settingOf(db, KEY, Key)
  if (key === null) return null
  const [given, own] = [Buffer.from(sign), Buffer.from(signed(`${who}.${about}`, key))]
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null
  const read = Stop.safeParse([who, about])
  return read.success ? { person: read.data[0], what: read.data[1] } : null
}

/** No more mail about a thread; or no more letters of a round, wherever they come from. */
export async function stopMail(
  tx: Transaction,
  { person, what }: Stop,
  now: string,
): Promise<void> {
  const own = writing(tx)
  if (what !== 'daily' && what !== 'weekly') {
    await own
      .insertInto('thread_follows')
      .values({ thread: what, person, how: null, mail: 'none', at: now })
      .onConflict((oc) => oc.columns(['thread', 'person']).doUpdateSet({ mail: 'none' }))
      .execute()
    return
  }
  await own
    .updateTable('thread_follows')
    .set({ mail: 'none' })
    .where('person', '=', person)
    .where('mail', '=', what)
    .execute()
  for (const { id: circle } of await circlesOf(tx, person)) {
    const wish = await wishIn(tx, circle, person)
    if ((wish ?? 'daily') === what) await wishFor(tx, { circle, person, mail: 'none' })
  }
}
