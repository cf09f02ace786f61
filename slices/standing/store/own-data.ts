/** What standing holds of a person: for whoever takes all that the hall holds of them. */
import { sql } from 'kysely'
import { isIdOf } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { type CircleId, historyOf } from '#slices/circles/index.ts'
import { type Day, dayAt } from '../rules/days.ts'
import type { State } from '../rules/standing.ts'
import { askedFor, judge } from './standings.ts'
import type { Tables } from './tables.ts'

type Kept =
  | 'evidence'
  | 'claims'
  | 'excuses'
  | 'excuse_requests'
  | 'payment_references'
  | 'standing_notices'
  | 'mode_wishes'
  | 'attendances'
type Own = {
  standing: { circle: CircleId; day: Day; state: State; since: Day | null }[]
  wishes: Tables['mode_wishes'][]
  came: Tables['attendances'][]
} & { [K in Exclude<Kept, 'mode_wishes' | 'attendances'>]: Tables[K][] }

const isPerson = isIdOf('per')

/** Where they stand today, what they gave, claimed, asked for and wished, and what they came to. */
export async function ownStanding(
  db: Reader,
  whos: readonly string[],
  now: Instant,
): Promise<Own[]> {
  const person = whos.find(isPerson)
  if (!person) return []
  const of = async <K extends Kept>(table: K, column = 'member'): Promise<Tables[K][]> => {
    const found = sql<Tables[K]>`
      select * from ${sql.table(table)} where ${sql.ref(column)} = ${person}`
    return (await found.execute(db)).rows
  }
  const asked = await askedFor(db, now)
  const standing: Own['standing'] = []
  const circles = new Set((await historyOf(db, person)).map(({ circle }) => circle))
  for (const circle of circles) {
    const { all } = await judge(db, circle, person, asked, false)
    for (const { standing: one } of all)
      standing.push({
        circle,
        day: dayAt(asked.on),
        state: one.state,
        since: one.since === null ? null : dayAt(one.since),
      })
  }
  return [
    {
      standing,
      evidence: await of('evidence'),
      claims: await of('claims'),
      excuses: await of('excuses'),
      excuse_requests: await of('excuse_requests'),
      payment_references: await of('payment_references'),
      standing_notices: await of('standing_notices'),
      wishes: await of('mode_wishes', 'person'),
      came: await of('attendances', 'person'),
    },
  ]
}
