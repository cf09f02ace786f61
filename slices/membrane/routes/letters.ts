/** The letters of this slice. */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { wordsIn } from '#kernel/words.ts'
import { personOf } from '#slices/people/index.ts'
import type { Way } from '../rules/ways.ts'
import type { Application } from '../store/applications.ts'

type Told = {
  application: Application
  state: 'accepted' | 'refused'
  reason: string | null
  name: string
  way: Way | null
}

/** Tells the applicant what was decided, why, and where to appeal. */
export async function tellApplicant(
  tx: Transaction,
  hall: Hall,
  { application, state, reason, name: circle, way }: Told,
): Promise<void> {
  const person = await personOf(tx, application.person)
  if (!person?.email) return
  const words = wordsIn(person.locale ?? 'en')
  const link = `${hall.config.origin}/circles/${application.circle}/membrane`
  const appeal = way?.application?.appeal ?? ''
  const accepted = state === 'accepted'
  const subject = accepted
    ? words.say(
        /*i18n*/ { id: 'membrane.letter-in', message: 'You are in: welcome to {circle}' },
        { circle },
      )
    : words.say(
        /*i18n*/ { id: 'membrane.letter-no', message: 'Your application to {circle}' },
        { circle },
      )
  const text = accepted
    ? words.say(
        /*i18n*/ {
          id: 'membrane.letter-in-text',
          message: 'Your application was accepted. What it means to be inside:\n\n{link}',
        },
        { link },
      )
    : words.say(
        /*i18n*/ {
          id: 'membrane.letter-no-text',
          message:
            'Your application was not accepted. The reason:\n\n{reason}\n\nIf you think that it is wrong, you may appeal: {appeal}.\n\nWhere it stands: {link}',
        },
        { reason: reason ?? '', appeal, link },
      )
  await hall.mail.send(tx, { to: { name: person.name, address: person.email }, subject, text })
}
