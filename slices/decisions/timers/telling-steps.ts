/** Who is told of a step with an objection: whoever objected, or whoever proposed it. */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { personsBehind } from '../store/letters.ts'
import type { Decision, Objection } from '../store/tables.ts'
import { type About, writeLetters } from './letters.ts'

/** Letters that go to whoever objected; the others go to whoever proposed it. */
const TO_OBJECTOR: ReadonlySet<About> = new Set([
  'objection-answered',
  'objection-judged',
  'objection-kept',
])

/** Tells of a step of an objection, once each. */
export async function tellStep(
  hall: Hall,
  tx: Transaction,
  {
    decision,
    objection,
    number,
    about,
  }: {
    decision: Decision
    objection: Pick<Objection, 'id' | 'member'>
    number: number
    about: About
  },
  now: string,
): Promise<void> {
  const { id, circle, made_by } = decision
  const behind = await personsBehind(tx, circle, [objection.member], now)
  const to = TO_OBJECTOR.has(about) ? behind : [made_by]
  await writeLetters(hall, tx, { decision: id, about, which: `${objection.id} ${number}`, to })
}
