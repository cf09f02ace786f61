/** An outcome does what it says, in the transaction of the count. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { note } from '#kernel/record.ts'
import type { PersonId } from '#slices/people/index.ts'
import { didOf, doesBy } from '../rules/life/subject.ts'
import { publishedOf } from './counting.ts'
import { decisionOf, textOf } from './decisions.ts'
import { keepDone, subjectRow, subjects, whichOf } from './subjects.ts'
import { type Decision, type DecisionId, topicOf } from './tables.ts'

/** Does what a decision that was just counted says, where it is about something. */
export async function doOutcome(
  tx: Transaction,
  hall: Hall,
  id: DecisionId,
  now: Instant,
): Promise<void> {
  const [row, decision] = await Promise.all([subjectRow(tx, id), decisionOf(tx, id)])
  const subject = row && subjects.at(row.about)
  if (!row || !subject || row.did !== null || !decision?.result) return
  const does = doesBy(decision.result)
  const [text, published] = [await textOf(tx, decision), await publishedOf(tx, id)]
  const elected = (published?.elected ?? []).map((option) => ({
    name: text.options[option - 1]?.name ?? '',
    person: text.options[option - 1]?.person ?? null,
  }))
  const which = whichOf(row)
  if (does === 'nothing') {
    await subject.release?.(tx, which, { by: null, now })
    await keepDone(tx, id, { did: 'nothing', lacks: [] }, now)
    return
  }
  const doing = { ...which, does, decision: id, title: text.title, elected, now }
  const lacks = await subject.act(tx, hall, doing)
  const did = didOf(lacks, Math.max(1, elected.length))
  await keepDone(tx, id, { did, lacks }, now)
  const data = { circle: row.circle, decision: id, about: row.about, ref: row.ref, did }
  await note(tx, topicOf(id), [{ kind: 'decision.done', data }], { now, actor: null })
}

/** Withdrawn, or called void before it was counted: what it is about lies as before. */
export async function releaseSubject(
  tx: Transaction,
  { id, counted_at }: Decision,
  by: { by: PersonId | null; now: Instant },
): Promise<void> {
  const row = await subjectRow(tx, id)
  if (!row || counted_at !== null) return
  await subjects.at(row.about)?.release?.(tx, whichOf(row), by)
}
