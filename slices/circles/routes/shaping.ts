/** How circles are moved, merged, split, rested and closed. */
import { type Change, isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import * as api from '../api/shaping.ts'
import type { Circle, CircleId } from '../rules.ts'
import * as rules from '../rules/shape.ts'
import { lockCoop } from '../store/changes.ts'
import { allCircles, isSteward } from '../store/circles.ts'
import { isBody } from '../store/joining.ts'
import { letGo } from '../store/letting-go.ts'
import { circlesOn } from '../store/members.ts'
import * as shaping from '../store/shaping.ts'
import { byOf } from './keeping.ts'
import { circleIn } from './reading.ts'

/** A change of shape, one at a time in the hall, so that two moves together make no ring. */
async function reshape<T>(
  call: Call,
  rule: (circles: Circle[]) => Change,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return call.transact(async (tx) => {
    await lockCoop(tx)
    const change = rule(await allCircles(tx))
    if (isRefusal(change)) throw new Refused(change.refused, change.details)
    return work(tx)
  })
}

/** Who moves or merges must care for the other circle, too. */
async function careFor(call: Call, other: CircleId): Promise<void> {
  await circleIn(call.db, other)
  if (!(await isSteward(call.db, call.caller.person, other))) throw new Refused('not-allowed')
}

export const shapingServings = [
  serve(api.moveCircle, async (call) => {
    const { circle } = call.params
    const { parent: to } = call.body
    await circleIn(call.db, circle)
    await careFor(call, to)
    await reshape(
      call,
      (circles) => rules.moveCircle(circles, circle, to),
      (tx) => shaping.moveCircle(tx, { circle, to }, byOf(call)),
    )
    return {}
  }),
  serve(api.mergeCircle, async (call) => {
    const { circle } = call.params
    const { into } = call.body
    await circleIn(call.db, circle)
    await careFor(call, into)
    await reshape(
      call,
      (circles) => rules.mergeCircles(circles, circle, into),
      (tx) => shaping.mergeCircle(tx, { circle, into }, byOf(call)),
    )
    return {}
  }),
  serve(api.splitCircle, async (call) => {
    const { circle } = call.params
    const { members } = call.body
    await circleIn(call.db, circle)
    const id = await reshape(
      call,
      (circles) => rules.splitCircle(circles, circle),
      async (tx) => {
        for (const member of members) if (!isBody(member)) await letGo(tx, member, circle)
        return shaping.splitCircle(tx, { circle, ...call.body }, byOf(call))
      },
    )
    return { id }
  }),
  serve(api.restCircle, async (call) => {
    const { circle } = call.params
    const { parent } = await circleIn(call.db, circle)
    if (parent === null) throw new Refused('the-coop-stays')
    const { rest } = call.body
    await call.transact((tx) => shaping.restCircle(tx, { circle, rest }, byOf(call)))
    return {}
  }),
  serve(api.closeCircle, async (call) => {
    const { circle } = call.params
    await circleIn(call.db, circle)
    await reshape(
      call,
      (circles) => rules.closeCircle(circles, circle),
      (tx) => shaping.closeCircle(tx, circle, byOf(call)),
    )
    return {}
  }),
  serve(api.circlesThen, async ({ db, params }) => ({ circles: await circlesOn(db, params.day) })),
]
