/** Recording and correcting: what the treasurer and the stewards do by hand. */
import { isRefusal } from '#kernel/change.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { type CircleId, historyOf, type MemberId } from '#slices/circles/index.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import { correctEvidence, listEvidence, recordEvidence } from '../api/keeping.ts'
import { dayOfCorrection, lessOf, recordable } from '../rules/keeping.ts'
import * as evidence from '../store/evidence.ts'
import { applicantsIn } from '#slices/membrane/index.ts'
import { referencesOf } from '../store/payments.ts'
import { memberNames } from '../store/telling.ts'
import { tellingFor } from './seeing.ts'
import { evidenceShown } from './shown.ts'

const PAGE = 50

/** Refuses `no-such-member` for who never belonged to the circle, and does not ask to. */
export async function knownMember(
  { db }: Pick<Call, 'db'>,
  circle: CircleId,
  member: MemberId,
): Promise<void> {
  if ((await historyOf(db, member, circle)).length > 0) return
  const [asks, references] = await Promise.all([applicantsIn(db, circle), referencesOf(db, circle)])
  if (!asks.some((person) => person === member) && !references.has(member))
    throw new Refused('no-such-member')
}

/** Throws the refusal that a rule answers. */
export function must(answer: object): void {
  if (isRefusal(answer)) throw new Refused(answer.refused, answer.details)
}

const record = serve(recordEvidence, async (call) => {
  const { params, body, caller, now } = call
  const { circle } = params
  const today = await todayIn(call.db, now)
  must(recordable(body.happened, today))
  await knownMember(call, circle, body.member)
  const adding = { circle, source: 'hand', known: today } as const
  const gift = { ...body, corrects: null, key: null }
  const [added] = await call.transact((tx) =>
    evidence.addEvidence(tx, adding, [gift], { by: caller.person, now }),
  )
  if (!added) throw new Error('evidence by hand is always new')
  return { evidence: added.id }
})

const correct = serve(correctEvidence, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  const today = await todayIn(db, now)
  must(recordable(body.happened, today))
  const first = await evidence.evidenceOf(db, circle, params.evidence)
  if (!first) throw new Refused('not-found')
  const [added] = await call.transact(async (tx) => {
    const stands = await evidence.standingAmount(tx, first.id)
    must(lessOf({ corrects: first.corrects, stands }, body.amount))
    const gift = {
      member: first.member,
      unit: first.unit,
      amount: -body.amount,
      happened: dayOfCorrection(body.happened, first.happened),
      duty: first.duty,
      corrects: first.id,
      note: body.note,
      key: null,
    }
    const adding = { circle, source: 'hand', known: today } as const
    return evidence.addEvidence(tx, adding, [gift], { by: caller.person, now })
  })
  if (!added) throw new Error('a correction by hand is always new')
  return { evidence: added.id }
})

const list = serve(listEvidence, async (call) => {
  const { db, params, query } = call
  const rows = await evidence.listEvidence(db, params.circle, {
    after: query.after ?? null,
    limit: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const { telling } = await tellingFor(call)
  const [shown, names] = await Promise.all([
    evidenceShown(db, page, telling),
    memberNames(
      db,
      page.map(({ member }) => member),
    ),
  ])
  return {
    evidence: page.flatMap(({ member }, at) => {
      const one = shown[at]
      return one ? [{ ...one, member, name: names.get(member) ?? '' }] : []
    }),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
})

export const keepingServings: readonly Serving[] = [record, correct, list]
