/** What is given first, to whoever is to give it. */
import { serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import type { Say } from '#slices/constitutions/index.ts'
import { readFirst } from '../api/first.ts'
import { moneyIn } from '../rules/ways-prose.ts'
import { type FirstState, firstOf, payingFor } from '../store/first.ts'
import { rulesOf, wayTo } from '../store/rules.ts'

const HOURS = /*i18n*/ {
  id: 'membrane.first-hours',
  message: '{hours, plural, one {# hour} other {# hours}}',
}

/** In words: what is asked, what has come, what is lacking (null: nothing). */
export function firstShown(state: FirstState | null, say: Say) {
  if (!state) return null
  const said = (amount: number) =>
    state.unit === 'minutes'
      ? say(HOURS, { hours: Math.round(amount / 0.6) / 100 })
      : moneyIn({ minor: amount, currency: state.unit })
  return {
    asked: said(state.asked),
    given: said(state.given),
    lacks: state.lacks > 0 ? said(state.lacks) : null,
  }
}

export const firstServings = [
  serve(readFirst, async ({ db, params, caller, now, transact }) => {
    const { circle } = params
    const giver = { circle, person: meIn(caller) }
    const way = wayTo(await rulesOf(db, circle, now), params.class)
    const state = await firstOf(db, giver, way?.first ?? null)
    const paying = state ? await transact((tx) => payingFor(tx, giver, state)) : null
    return { first: firstShown(state, wordsIn(caller.locale).say), paying }
  }),
]
