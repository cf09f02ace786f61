/** What stewards and members do to circles. */
import { meIn } from '#kernel/session.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { changeCircle, endMembership, endRole, giveRole, leave, makeCircle } from '../api.ts'
import type { CircleId } from '../rules.ts'
import type { MemberId } from '../rules/belonging.ts'
import * as changes from '../store/changes.ts'
import { isMember } from '../store/circles.ts'
import { letGo } from '../store/letting-go.ts'
import { isBody, joinCircle, leaveCircle } from '../store/joining.ts'
import { whyNotEnd } from '../store/ports.ts'
import { circleIn } from './reading.ts'

export const byOf = ({ caller, now }: Call) => ({ by: caller.person, now })

async function depart(
  call: Call,
  circle: CircleId,
  member: MemberId,
  reason?: string,
): Promise<void> {
  await circleIn(call.db, circle)
  await call.transact(async (tx) => {
    if (!isBody(member)) await letGo(tx, member, circle)
    await leaveCircle(tx, circle, member, { ...byOf(call), reason })
  })
  if (!isBody(member)) call.hall.live.expel({ topic: `circle:${circle}`, person: member })
}

/** The rules of the circle may say another way to go, or to be put out. */
async function mayEnd({ db, caller, now }: Call, circle: CircleId, member: MemberId) {
  const refused = await whyNotEnd(db, { circle, member, by: caller.person, now })
  if (refused) throw new Refused(refused)
}

export const keepingServings = [
  serve(makeCircle, async (call) => {
    const { circle: parent } = call.params
    await circleIn(call.db, parent)
    const id = await call.transact(async (tx) => {
      const made = await changes.makeCircle(tx, { ...call.body, parent }, byOf(call))
      await joinCircle(tx, made, meIn(call.caller), byOf(call))
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
    await mayEnd(call, call.params.circle, meIn(call.caller))
    await depart(call, call.params.circle, meIn(call.caller))
    return {}
  }),
  serve(endMembership, async (call) => {
    const { circle, person: member } = call.params
    await mayEnd(call, circle, member)
    await depart(call, circle, member, 'ended')
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
      if (params.role === 'steward') await letGo(tx, params.person, params.circle)
      await changes.endRole(tx, params, byOf(call))
    })
    return {}
  }),
]
