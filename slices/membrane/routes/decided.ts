/** What follows when it is decided on an application or a case, by whomever. */
import { isRefusal, type Refusal, refuse } from '#kernel/change.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { isIdOf } from '#kernel/ids.ts'
import { circleOf, leaveCircle, letGo } from '#slices/circles/index.ts'
import { decide } from '../rules/applying.ts'
import type { Exclusion } from '../rules/ways.ts'
import { type Application, endApplication } from '../store/applications.ts'
import { putBack } from '../store/endings.ts'
import { type ExclusionRow, writeCase } from '../store/leaving.ts'
import { rulesOf } from '../store/rules.ts'
import { placesIn, wayOf } from '../store/standing.ts'
import { stepNow } from '../store/steps.ts'
import type { By } from '../store/tables.ts'
import { letIn } from './accepting.ts'
import { tellMember } from './case-letters.ts'
import { tellApplicant } from './letters.ts'

const isPerson = isIdOf('per')

type Answer = { accept: boolean; reason: string; circleSize: number | null }

/**
 * Accepts or refuses an application that the transaction holds, with its door. Answers why it can't:
 * as the rule `decide` says, and `class-full`; nothing is written then.
 */
export async function decideApplication(
  tx: Transaction,
  hall: Hall,
  application: Application,
  { accept, reason: words, circleSize }: Answer,
  by: By,
): Promise<Refusal | null> {
  const { circle, person } = application
  const step = await stepNow(tx, application, by.now)
  const change = decide({ person, step, accept, reason: words, circleSize })
  if (isRefusal(change)) return change
  const inForce = await rulesOf(tx, circle, by.now)
  const places = await placesIn(tx, circle, inForce, application.class)
  if (accept && places !== null && places <= 0) return refuse('class-full')
  const reason = words || null
  const state = accept ? ('accepted' as const) : ('refused' as const)
  await endApplication(tx, application, { state, reason }, by)
  if (accept) await letIn(tx, application, by)
  const name = (await circleOf(tx, circle))?.name ?? ''
  const way = await wayOf(tx, application)
  await tellApplicant(tx, hall, { application, state, reason, name, way })
  return null
}

type Verdict = { out: boolean; reason: string; rule: Exclusion }

/** Puts a member out, or lets them stay, once the rules let it be decided. Refuses `last-steward`. */
export async function endCase(
  tx: Transaction,
  hall: Hall,
  row: ExclusionRow,
  { out, reason, rule }: Verdict,
  by: By,
): Promise<void> {
  const { circle, member } = row
  if (out && isPerson(member)) await letGo(tx, member, circle)
  const decided = {
    outcome: out ? ('out' as const) : ('stays' as const),
    decided_by: by.by,
    decided_at: by.now,
    decision: reason,
    appeal_until: out ? plus(by.now, rule.appealDays * DAY) : null,
  }
  await writeCase(tx, row, decided, { kind: 'exclusion.decided', by })
  const day = decided.appeal_until?.slice(0, 10) ?? ''
  await tellMember(tx, hall, row, { step: decided.outcome, reason, day })
  if (!out) return
  await leaveCircle(tx, circle, member, { ...by, reason: 'put-out' })
  if (isPerson(member)) hall.live.expel({ topic: `circle:${circle}`, person: member })
}

/** What follows when an appeal was decided. */
export async function endAppeal(
  tx: Transaction,
  hall: Hall,
  row: ExclusionRow,
  { lifted, reason }: { lifted: boolean; reason: string },
  by: By,
): Promise<void> {
  const decided = {
    appeal_outcome: lifted ? ('lifted' as const) : ('holds' as const),
    appeal_decided_by: by.by,
    appeal_decided_at: by.now,
    appeal_decision: reason,
  }
  await writeCase(tx, row, decided, { kind: 'exclusion.appeal-decided', by })
  if (lifted) await putBack(tx, row, by)
  await tellMember(tx, hall, row, { step: decided.appeal_outcome, reason })
}
