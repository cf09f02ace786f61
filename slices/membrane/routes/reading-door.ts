/** One application in full. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { namesOf } from '#slices/people/index.ts'
import { readApplication } from '../api/door.ts'
import { applicationOf, wordsTo } from '../store/applications.ts'
import { wayOf } from '../store/standing.ts'
import { seeing, shownAll } from './showing.ts'

export const readingDoorServings = [
  serve(readApplication, async ({ db, params, caller, now }) => {
    const application = await applicationOf(db, params.application)
    if (!application) throw new Refused('not-found')
    const [shown] = await shownAll(db, [application], seeing(caller, now))
    if (!shown) throw new Refused('not-found')
    const [way, words] = await Promise.all([wayOf(db, application), wordsTo(db, [application.id])])
    const names = await namesOf(
      db,
      words.map(({ person }) => person),
    )
    return {
      ...shown,
      answers: application.answers.map(({ question, text }) => ({ question, text })),
      words: words.map(({ person, kind, text, at, taken_back_at: back }) => ({
        person,
        name: names.get(person)?.name ?? '',
        kind,
        text,
        at,
        takenBack: back !== null,
      })),
      reason: application.reason,
      appeal: application.state === 'refused' ? (way?.application?.appeal ?? null) : null,
    }
  }),
]
