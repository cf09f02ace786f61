/** Home. */
import { serve } from '#kernel/serve.ts'
import { readHome } from '../api/home.ts'
import { coming, diaryOf, missedBy, onNow, takenBy } from '../store/home.ts'

export const homeServings = [
  serve(readHome, async ({ db, caller, now }) => {
    const visitor = { person: caller.person, browser: caller.browser, now }
    const [on, next, missed, taken, told] = await Promise.all([
      onNow(db, visitor),
      coming(db, visitor),
      missedBy(db, visitor),
      takenBy(db, visitor),
      diaryOf(db, visitor),
    ])
    return { on, next, missed, taken, ...told }
  }),
]
