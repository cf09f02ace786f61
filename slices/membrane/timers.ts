/** What happens because time passes: notices end, rules begin to hold, deciders are reminded once. */
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf, leaveCircle } from '#slices/circles/index.ts'
import { personOf } from '#slices/people/index.ts'
import { type Application, markReminded, unreminded } from './store/applications.ts'
import { decidersOf } from './store/deciding.ts'
import { dueDepartures, forgetNotice } from './store/leaving.ts'
import { wayOf } from './store/standing.ts'
import { stepNow } from './store/steps.ts'
import { tellOfRules } from './timers/rules-told.ts'

async function leaveNow(hall: Hall, now: Instant): Promise<void> {
  for (const { circle, person } of await dueDepartures(hall.db, now)) {
    await hall.transact(async (tx) => {
      await leaveCircle(tx, circle, person, { by: person, now })
      await forgetNotice(tx, { circle, person })
    })
    hall.live.expel({ topic: `circle:${circle}`, person })
  }
}

async function remind(hall: Hall, application: Application, now: Instant): Promise<void> {
  const way = await wayOf(hall.db, application)
  const asked = way?.application
  if (!asked) return
  const step = await stepNow(hall.db, application, now)
  if (step.waits !== 'decision') return
  const { circle } = application
  const deciders = await decidersOf(hall.db, { circle, by: asked.decides, now })
  const applicant = await personOf(hall.db, application.person)
  const name = (await circleOf(hall.db, circle))?.name ?? ''
  await hall.transact(async (tx) => {
    await markReminded(tx, application.id, now)
    for (const id of deciders) {
      const decider = await personOf(tx, id)
      if (!decider?.email) continue
      const { say } = wordsIn(decider.locale ?? 'en')
      const values = {
        name: applicant?.name ?? '',
        circle: name,
        day: step.decideBy?.slice(0, 10) ?? '',
        link: `${hall.config.origin}/circles/${circle}/door`,
      }
      await hall.mail.send(tx, {
        to: { name: decider.name, address: decider.email },
        subject: say(
          /*i18n*/ {
            id: 'membrane.remind',
            message: '{name} waits at the door of {circle}',
          },
          values,
        ),
        text: say(
          /*i18n*/ {
            id: 'membrane.remind-text',
            message:
              'The time to ask and object is over, and you are among those who decide. By the rules it is decided until {day}:\n\n{link}',
          },
          values,
        ),
      })
    }
  })
}

export const timers: readonly Timer[] = [
  { name: 'membrane.rules', everySeconds: 60, run: tellOfRules },
  { name: 'membrane.leaving', everySeconds: 60, run: leaveNow },
  {
    name: 'membrane.reminding',
    everySeconds: 600,
    async run(hall, now) {
      for (const application of await unreminded(hall.db)) await remind(hall, application, now)
    },
  },
]
