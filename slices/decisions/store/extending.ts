/** Opening a decision for longer at its close, as its rules say. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { extend } from '../rules/life/extension.ts'
import { rollRows } from './ballots.ts'
import { type Decision, topicOf, writing } from './tables.ts'

/** Extends a decision that the transaction holds and whose close has come; false: it is to be counted. */
export async function extendHeld(
  tx: Transaction,
  held: Decision,
  { zone, now }: { zone: string; now: Instant },
): Promise<boolean> {
  const { id, circle, gathering, ruling, extended, closes_at: closesAt } = held
  if (!ruling?.kind.extension || !closesAt || gathering !== null) return false
  const on = (await rollRows(tx, id)).filter(({ votes }) => votes)
  const turnout = ruling.classes.map(({ key }) => {
    const inClass = on.filter((row) => row.class === key)
    const voted = inClass.filter(({ voted_at }) => voted_at !== null).length
    return { class: key, eligible: inClass.length, voted }
  })
  const longer = extend({ ruling, turnout, extended, closesAt, zone, now })
  if (!longer) return false
  await writing(tx)
    .updateTable('decisions')
    .set({
      closes_at: longer.until,
      extended: extended + 1,
      extended_at: longer.from,
      reminded_at: null,
    })
    .where('id', '=', id)
    .execute()
  const data = { circle, decision: id, time: extended + 1, closed: closesAt, closes: longer.until }
  await note(tx, topicOf(id), [{ kind: 'decision.extended', data }], { now, actor: null })
  return true
}
