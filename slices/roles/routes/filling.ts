/** How roles come to be held: named, taken, by turns. */
import { meIn } from '#kernel/session.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { msBetween } from '#kernel/clock.ts'
import { refuseWhileVoted } from '#slices/constitutions/index.ts'
import * as api from '../api/roles.ts'
import { nextInTurn } from '../rules/rotation.ts'
import { freeSeats } from '../rules/terms.ts'
import { holdRole, termsOf } from '../store/terms.ts'
import * as wishes from '../store/wishes.ts'
import { fill, roleIn, turningOf, unfitFor, wishingIn } from './held.ts'

function refuseUnless(fits: boolean, name: string, details: Record<string, unknown> = {}): void {
  if (!fits) throw new Refused(name, details)
}

export const fillingServings = [
  serve(api.nameHolder, async (call) => {
    const { params, body, now } = call
    const from = body.from ?? now
    refuseUnless(msBetween(now, from) <= api.LONGEST_AHEAD, 'too-far')
    return call.transact(async (tx) => {
      await holdRole(tx, params)
      const state = await roleIn(tx, params, now)
      await refuseWhileVoted(tx, { circle: params.circle, about: 'role', ref: params.role })
      const { filled, name } = state.rule
      const named = filled === 'appointed' || filled === 'elected' || body.deputy
      refuseUnless(named, 'filled-otherwise', { role: name })
      const elected = filled === 'elected' && !body.deputy
      refuseUnless(!elected || body.result !== undefined, 'result-missing')
      const given = {
        person: body.person,
        filled: body.deputy ? ('appointed' as const) : filled,
        from: from < now ? now : from,
        deputy: body.deputy,
        result: body.result ?? null,
      }
      return { term: await fill(tx, state, given, { by: call.caller.person, now }) }
    })
  }),
  serve(api.takeRole, async (call) => {
    const { params, now } = call
    const me = meIn(call.caller)
    return call.transact(async (tx) => {
      await holdRole(tx, params)
      const state = await roleIn(tx, params, now)
      const { filled, name } = state.rule
      const byTurns = filled === 'rotated'
      refuseUnless(byTurns || filled === 'volunteered', 'filled-otherwise', { role: name })
      if (byTurns) {
        refuseUnless(freeSeats(state.rule, state.terms, now) > 0, 'no-seat', {
          role: name,
          seats: state.rule.seats,
        })
        const { turns, passedOver } = turningOf(state, await wishingIn(tx, state.circle), now)
        refuseUnless(nextInTurn(turns, passedOver)?.person === me, 'not-your-turn')
      }
      const given = { person: me, filled, from: now }
      return { term: await fill(tx, state, given, { by: me, now }) }
    })
  }),
  serve(api.skip, async (call) => {
    const { params, now, caller } = call
    const me = meIn(caller)
    await call.transact(async (tx) => {
      await holdRole(tx, params)
      const state = await roleIn(tx, params, now)
      refuseUnless(state.rule.filled === 'rotated', 'filled-otherwise', { role: state.rule.name })
      const { turns, passedOver } = turningOf(state, await wishingIn(tx, state.circle), now)
      const next = nextInTurn(turns, passedOver)
      const mine = next?.person === me || state.ruling.stewards.has(me)
      if (!next || !mine) throw new Refused('not-your-turn')
      await wishes.skipTurn(tx, params, next.person, { by: me, now })
    })
    return {}
  }),
  serve(api.wish, async (call) => {
    const { params, now, body } = call
    const me = meIn(call.caller)
    await call.transact(async (tx) => {
      const state = await roleIn(tx, params, now)
      const holds = state.terms.some((term) => term.person === me && term.endedAt === null)
      if (body.on && body.wish === 'hand-on') refuseUnless(holds, 'not-held')
      if (body.on && body.wish === 'hold') {
        const why = unfitFor(await termsOf(tx, { circle: params.circle }), state, me, now)
        if (why && why !== 'too-many-terms' && why !== 'not-beside')
          throw new Refused(why, { role: state.rule.name })
      }
      const given = { person: me, wish: body.wish, on: body.on }
      await wishes.setWish(tx, params, given, { by: me, now })
    })
    return {}
  }),
  serve(api.askSwap, async (call) => {
    const { params, now, body } = call
    const me = meIn(call.caller)
    await call.transact(async (tx) => {
      const state = await roleIn(tx, params, now)
      refuseUnless(state.rule.filled === 'rotated', 'filled-otherwise', { role: state.rule.name })
      const { turns } = turningOf(state, await wishingIn(tx, state.circle), now)
      const inTurn = (who: string) => turns.some(({ person }) => person === who)
      refuseUnless(me !== body.with && inTurn(me) && inTurn(body.with), 'not-in-turn')
      await wishes.askToSwap(tx, params, { first: me, second: body.with }, { by: me, now })
    })
    return {}
  }),
  serve(api.agreeSwap, async (call) => {
    const { params, now } = call
    const me = meIn(call.caller)
    const swap = { first: params.first, second: me }
    await call.transact(async (tx) => {
      refuseUnless(await wishes.agreeToSwap(tx, params, swap, { by: me, now }), 'nobody-asked')
    })
    return {}
  }),
  serve(api.dropSwap, async (call) => {
    const { params } = call
    const me = meIn(call.caller)
    await call.transact(async (tx) => {
      const open = await wishes.swapsOf(tx, params.circle)
      const mine = open.some(
        ({ role, first, second }) =>
          role === params.role && first === params.first && (first === me || second === me),
      )
      refuseUnless(mine, 'nobody-asked')
      await wishes.withdrawSwap(tx, params, params.first)
    })
    return {}
  }),
]
