/** What stewards and members do to circles. */
import { isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import type { PersonId } from '#slices/people/index.ts'
import { changeCircle, endMembership, endRole, giveRole, leave, makeCircle } from '../api.ts'
import { type CircleId, leaveAsSteward } from '../rules.ts'
import * as changes from '../store/changes.ts'
import { coop, isMember, stewardsOf } from '../store/circles.ts'
import { meIn } from './oneself.ts'
import { circleIn } from './reading.ts'

const byOf = ({ caller, now }: Call) => ({ by: caller.person, now })

/** Law 5, with the co-op locked: refuses `last-steward`. */
export async function letGo(tx: Transaction, person: PersonId): Promise<void> {
  await changes.lockCoop(tx)
  const change = leaveAsSteward(await stewardsOf(tx), person)
  if (isRefusal(change)) throw new Refused(change.refused)
}

async function depart(call: Call, circle: CircleId, person: PersonId): Promise<void> {
  await circleIn(call.db, circle)
  await call.transact(async (tx) => {
    if ((await coop(tx))?.id === circle) await letGo(tx, person)
    await changes.leaveCircle(tx, circle, person, byOf(call))
  })
  call.hall.live.expel({ topic: `circle:${circle}`, person })
}

export const keepingServings = [
  serve(makeCircle, async (call) => {
    const { circle: parent } = call.params
    await circleIn(call.db, parent)
    const id = await call.transact(async (tx) => {
      const made = await changes.makeCircle(tx, { ...call.body, parent }, byOf(call))
      await changes.joinCircle(tx, made, meIn(call.caller), byOf(call))
      return made
    })
    return circleIn(call.db, id)
  }),
  serve(changeCircle, async (call) => {
    const { circle } = call.params
    await circleIn(call.db, circle)
    await call.transact((tx) => changes.changeCircle(tx, circle, call.body, byOf(call)))
    return circleIn(call.db, circle)
  }),
  serve(leave, async (call) => {
    await depart(call, call.params.circle, meIn(call.caller))
    return {}
  }),
  serve(endMembership, async (call) => {
    await depart(call, call.params.circle, call.params.person)
    return {}
  }),
  serve(giveRole, async (call) => {
    const { params } = call
    await call.transact(async (tx) => {
      if (!(await isMember(tx, params.person, params.circle))) throw new Refused('not-a-member')
      await changes.giveRole(tx, params, byOf(call))
    })
    return {}
  }),
  serve(endRole, async (call) => {
    const { params } = call
    await call.transact(async (tx) => {
      const ofCoop = params.role === 'steward' && (await coop(tx))?.id === params.circle
      if (ofCoop) await letGo(tx, params.person)
      await changes.endRole(tx, params, byOf(call))
    })
    return {}
  }),
]
