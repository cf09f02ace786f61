/** One's own mode, and numbers by class. */
import { type Serving, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wishMode } from '../api/keeping.ts'
import { readMode } from '../api/standing.ts'
import { dayAt } from '../rules/days.ts'
import { countModes, MODE_DAYS, modeOf } from '../rules/modes.ts'
import { holdsRole, modesIn, saveWish, tracesOf, wishOf } from '../store/modes.ts'
import { askedFor } from '../store/standings.ts'

const read = serve(readMode, async ({ db, params, caller, now }) => {
  const { circle } = params
  const person = meIn(caller)
  const { on } = await askedFor(db, now)
  const [traces, holds, wish, all] = await Promise.all([
    tracesOf(db, circle, person, now),
    holdsRole(db, circle, person),
    wishOf(db, circle, person),
    modesIn(db, circle, now),
  ])
  return {
    mode: modeOf(
      traces.map(({ kind }) => kind),
      holds,
    ),
    since: dayAt(on - MODE_DAYS),
    traces,
    holdsRole: holds,
    ...wish,
    counts: countModes(all),
  }
})

const wish = serve(wishMode, async ({ params, body, caller, now, transact }) => {
  const person = meIn(caller)
  const wished = { circle: params.circle, person, ...body }
  await transact((tx) => saveWish(tx, wished, now).then(() => null))
  return {}
})

export const modeServings: readonly Serving[] = [read, wish]
