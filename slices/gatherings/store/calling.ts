/** Calling a gathering for another slice, with those who are asked to come and what they said before. */
import { isRefusal, type Refusal, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Locale } from '#kernel/words.ts'
import { type CircleId, mayCall } from '#slices/circles/index.ts'
import { emailsOf, type PersonId } from '#slices/people/index.ts'
import { callGathering, Plan } from '../rules/calling.ts'
import { saveAnswer } from './answers.ts'
import { insertGathering } from './changes.ts'
import { inviteToGathering } from './invitations.ts'
import type { Answer, GatheringId } from './tables.ts'
import { tellLater } from './telling.ts'

export type Calling = {
  plan: Pick<Plan, 'title' | 'purpose' | 'zone' | 'startsAt' | 'minutes'>
  circle: CircleId
  /** Who is asked to come. */
  people: readonly PersonId[]
  /** What some of them have said already; they may say otherwise. */
  answers: ReadonlyMap<PersonId, Answer>
}

/**
 * Calls a gathering for the members of a circle by the rules of calling, and asks people to come.
 * Refuses `not-yours-to-call` and `starts-in-the-past`.
 */
export async function callFrom(
  hall: Hall,
  tx: Transaction,
  { plan, circle, people, answers }: Calling,
  { by, now, locale }: { by: PersonId; now: Instant; locale: Locale },
): Promise<GatheringId | Refusal> {
  if (!(await mayCall(tx, by, circle))) return refuse('not-yours-to-call')
  const whole = Plan.parse({ ...plan, access: 'members', facilitators: [by] })
  const change = callGathering(whole, null, now)
  if (isRefusal(change)) return change
  const id = await insertGathering(tx, { plan: whole, circle }, change.facts, { by, now })
  const emails = await emailsOf(tx, people)
  const invited = [...emails].flatMap(([who, email]) => {
    const person = people.find((one) => one === who)
    return person ? [{ email, name: null, person }] : []
  })
  await inviteToGathering(tx, id, invited, { by, now, locale })
  for (const [who, answer] of answers) await saveAnswer(tx, id, { who, answer }, now)
  await tellLater(hall, tx, id)
  return id
}
