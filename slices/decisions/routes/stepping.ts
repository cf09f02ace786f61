/** A step with an objection: who may take it, what becomes of it, and who is told. */
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { isSteward } from '#slices/circles/index.ts'
import { type PersonId, recordsOf } from '#slices/people/index.ts'
import {
  afterStep,
  type ObjectionState,
  silentAt,
  type Step,
  stewardsJudge,
  type Who,
} from '../rules/consent/objections.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { speaksFor } from '../store/ballots.ts'
import { objectionOf, writeStep } from '../store/objections.ts'
import type { Decision, ObjectionId } from '../store/tables.ts'
import type { About } from '../timers/letters.ts'
import { tellStep } from '../timers/telling-steps.ts'
import { zoneOf } from './shown.ts'

type At = { me: PersonId; now: string }

/** What somebody is to a decision, and to whoever objects or votes for an entry of its roll. */
export async function whoIs(
  db: Reader,
  { circle, made_by }: Pick<Decision, 'circle' | 'made_by'>,
  { me, now }: At,
): Promise<(member: string) => Who> {
  const [speaks, records, steward] = await Promise.all([
    speaksFor(db, { circle, person: me, now }),
    recordsOf(db, me),
    isSteward(db, me, circle),
  ])
  const proposed = records.includes(made_by)
  return (member) => ({
    objected: speaks.includes(member),
    proposed,
    keeps: proposed || steward,
    steward,
  })
}

/** Who is told of a step: whoever objected, or whoever proposed it. */
function letterOf(step: Step, { objected }: Who): About {
  if (step === 'answer') return 'objection-answered'
  if (step === 'judge') return 'objection-judged'
  return step === 'keep' && !objected ? 'objection-kept' : 'objection-moved'
}

type Stepping = { objection: ObjectionId; step: Step; words: string }

/** Takes a step in a decision that the transaction holds; its kind is as it stands now, or was fixed. */
export async function takeStep(
  hall: Hall,
  tx: Transaction,
  { held, kind }: { held: Decision; kind: Kind },
  { objection: id, step, words }: Stepping,
  { me, now }: At,
): Promise<ObjectionState> {
  const objection = await objectionOf(tx, held.id, id)
  if (!objection) throw new Refused('not-found')
  const who = (await whoIs(tx, held, { me, now }))(objection.member)
  const { state } = allow(
    afterStep({
      step,
      objection,
      decision: held.state,
      stands: held.text,
      judges: stewardsJudge(kind),
      who,
      said: words !== '',
    }),
  )
  const due = state === 'answered' ? silentAt(now, await zoneOf(tx)) : null
  const stepped = { state, words, text: held.text, due }
  const number = await writeStep(tx, objection, stepped, { by: me, now })
  const about = letterOf(step, who)
  await tellStep(hall, tx, { decision: held, objection, number, about }, now)
  return state
}
