/** The thread that a proposal was made of is told what becomes of it. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import { tellThread } from '#slices/threads/index.ts'
import { decisionOf, textOf } from './decisions.ts'

const Topic = z.templateLiteral(['decision:', idOf('dcn', 'a decision')])
const Outcome = z.object({ result: z.string().optional() })

/** Heard when it is put before the circle, and when there is an outcome. */
export async function tellItsThread(tx: Transaction, entry: Entry): Promise<void> {
  const topic = Topic.safeParse(entry.topic)
  if (!topic.success) return
  const decision = await decisionOf(tx, `dcn_${topic.data.slice('decision:dcn_'.length)}`)
  if (!decision?.thread) return
  const { title } = await textOf(tx, decision)
  const kind = entry.kind === 'decision.proposed' ? 'thread.proposed' : 'thread.decided'
  const { result } = Outcome.parse(entry.data)
  const data = { decision: decision.id, title, ...(result ? { result } : {}) }
  await tellThread(tx, decision.thread, { kind, data }, { actor: entry.actor, now: entry.at })
}
