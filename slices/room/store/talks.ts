/** Private talks. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { reading, writing } from './tables.ts'

export type TalkRow = {
  id: string
  gathering: string
  kind: 'two' | 'care'
  a: string
  b: string | null
}

const COLUMNS = ['id', 'gathering', 'kind', 'a', 'b'] as const

export async function talkOf(db: Reader, id: string): Promise<TalkRow | undefined> {
  return reading(db).selectFrom('talks').select(COLUMNS).where('id', '=', id).executeTakeFirst()
}

/** The talks of somebody in a gathering; of a facilitator also those with the facilitators. */
export async function talksOf(db: Reader, gathering: string, who: string, care: boolean) {
  const all = reading(db).selectFrom('talks').select(COLUMNS).where('gathering', '=', gathering)
  return all
    .where((is) =>
      is.or([is('a', '=', who), is('b', '=', who), ...(care ? [is('kind', '=', 'care')] : [])]),
    )
    .orderBy('id')
    .limit(500)
    .execute()
}

/** The talk of two, or of one with the facilitators (`other` null); made when there is none. */
export async function openTalk(
  tx: Transaction,
  {
    gathering,
    who,
    other,
    now,
  }: { gathering: string; who: string; other: string | null; now: Instant },
): Promise<{ talk: TalkRow; fresh: boolean }> {
  const [a, b] = other === null ? [who, null] : who < other ? [who, other] : [other, who]
  const before = await writing(tx)
    .selectFrom('talks')
    .select(COLUMNS)
    .where('gathering', '=', gathering)
    .where('a', '=', a)
    .where('b', b === null ? 'is' : '=', b)
    .executeTakeFirst()
  if (before) return { talk: before, fresh: false }
  const kind: TalkRow['kind'] = b === null ? 'care' : 'two'
  const talk = { id: newId('tlk', Date.parse(now)), gathering, kind, a, b }
  await writing(tx)
    .insertInto('talks')
    .values({ ...talk, opened_at: now })
    .execute()
  return { talk, fresh: true }
}
