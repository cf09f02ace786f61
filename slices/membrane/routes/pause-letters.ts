/** Letters about pauses: to the stewards who grant them, and back. */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { type CircleId, circleOf, rolesOf } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { sendTo } from './sending.ts'

const W = {
  asks: /*i18n*/ { id: 'membrane.pause-asked', message: '{name} asks for a pause in {circle}' },
  asksText: /*i18n*/ {
    id: 'membrane.pause-asked-text',
    message: 'For {days, plural, one {a day} other {# days}}. Grant it or say why not:\n\n{link}',
  },
  answer: /*i18n*/ { id: 'membrane.pause-answer', message: 'Your pause in {circle}' },
  granted: /*i18n*/ {
    id: 'membrane.pause-granted-text',
    message: 'It is granted until {day}. You stay a member, and can come back before:\n\n{link}',
  },
  declined: /*i18n*/ {
    id: 'membrane.pause-declined-text',
    message: 'It was not granted. The reason:\n\n{reason}\n\n{link}',
  },
}
type Of = { circle: CircleId; person: PersonId }

const linkTo = (hall: Hall, circle: CircleId) => `${hall.config.origin}/circles/${circle}/ways-out`

export async function tellOfWish(
  tx: Transaction,
  hall: Hall,
  { circle, person, days }: Of & { days: number },
): Promise<void> {
  const [named, roles, names] = await Promise.all([
    circleOf(tx, circle),
    rolesOf(tx, circle),
    namesOf(tx, [person]),
  ])
  const stewards = roles.filter(({ role }) => role === 'steward').map((one) => one.person)
  const name = names.get(person)?.name ?? ''
  const values = { circle: named?.name ?? '', name, days, link: linkTo(hall, circle) }
  await sendTo(tx, hall, stewards, { subject: W.asks, text: W.asksText, values })
}

export async function tellOfPause(
  tx: Transaction,
  hall: Hall,
  { circle, person, ends, reason }: Of & { ends?: Instant; reason?: string },
): Promise<void> {
  const named = await circleOf(tx, circle)
  const link = linkTo(hall, circle)
  const values = { circle: named?.name ?? '', day: ends?.slice(0, 10) ?? '', reason, link }
  const text = ends ? W.granted : W.declined
  await sendTo(tx, hall, [person], { subject: W.answer, text, values })
}
