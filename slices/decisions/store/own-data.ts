/** What decisions hold of a person in their own words, for whoever takes all that the hall holds of them. */
import type { Reader } from '#kernel/database.ts'
import {
  type Advice,
  type Asking,
  isPerson,
  type Judgment,
  type Objection,
  type ObjectionStep,
  reading,
} from './tables.ts'

type Own = {
  objections: Objection[]
  steps: ObjectionStep[]
  judgments: Judgment[]
  advice: Advice[]
  /** Where their advice was asked for, or they asked. */
  askings: Asking[]
}

/** Objections they made and what they said to any, ballots they judged, advice they gave or asked for. */
export async function ownDecisions(db: Reader, whos: readonly string[]): Promise<Own[]> {
  const persons = whos.filter(isPerson)
  if (persons.length === 0) return []
  const own = reading(db)
  const [objections, steps, judgments, advice, askings] = await Promise.all([
    own.selectFrom('decision_objections').selectAll().where('by', 'in', persons).execute(),
    own.selectFrom('decision_objection_steps').selectAll().where('by', 'in', persons).execute(),
    own.selectFrom('decision_judgments').selectAll().where('by', 'in', persons).execute(),
    own.selectFrom('decision_advice').selectAll().where('person', 'in', persons).execute(),
    own
      .selectFrom('decision_askings')
      .selectAll()
      .where((eb) => eb.or([eb('by', 'in', persons), eb('person', 'in', persons)]))
      .execute(),
  ])
  return [{ objections, steps, judgments, advice, askings }]
}
