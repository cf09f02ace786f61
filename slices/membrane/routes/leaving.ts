/** Leaving, resting, and what stewards write down by hand. */
import { meIn } from '#kernel/session.ts'
import { isIdOf } from '#kernel/ids.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import {
  type CircleId,
  classOf,
  endPause,
  leaveCircle,
  letGo,
  type MemberId,
  pauseMember,
} from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import * as api from '../api/leaving.ts'
import * as endings from '../store/endings.ts'
import * as store from '../store/leaving.ts'
import { memberNames } from '../store/names.ts'
import { rulesOf } from '../store/rules.ts'
import * as wishes from '../store/wishes.ts'
import { circleIn } from './coming.ts'
import { tellOfPause, tellOfWish } from './pause-letters.ts'

const byOf = ({ caller, now }: Call) => ({ by: caller.person, now })
const isPerson = isIdOf('per')
const asPerson = (member: MemberId): PersonId | null => (isPerson(member) ? member : null)

async function mustBeInside(tx: Transaction, circle: CircleId, member: MemberId): Promise<void> {
  if ((await classOf(tx, { circle, member })) === null) throw new Refused('not-inside')
}

async function pause(call: Call, circle: CircleId, member: MemberId, days: number, own: boolean) {
  const { ways } = await rulesOf(call.db, circle, call.now)
  if (!ways.pause) throw new Refused('no-pause')
  if (own && ways.pause.grants !== 'oneself') throw new Refused('pause-granted')
  if (days > ways.pause.days) throw new Refused('pause-too-long', { days: ways.pause.days })
  const ends = plus(call.now, days * DAY)
  await call.transact(async (tx) => {
    await mustBeInside(tx, circle, member)
    await pauseMember(tx, { circle, member, ends }, byOf(call))
    const person = asPerson(member)
    if (person && (await wishes.endWish(tx, { circle, person })) && !own)
      await tellOfPause(tx, call.hall, { circle, person, ends })
  })
  return { ends }
}

export const leavingServings = [
  serve(api.takeNotice, async (call) => {
    const { circle } = call.params
    const person = meIn(call.caller)
    await circleIn(call.db, circle)
    const { ways } = await rulesOf(call.db, circle, call.now)
    const leaves = plus(call.now, ways.noticeDays * DAY)
    await call.transact(async (tx) => {
      await mustBeInside(tx, circle, person)
      await letGo(tx, person, circle)
      if (ways.noticeDays > 0) return store.giveNotice(tx, { circle, person, leaves }, call.now)
      await leaveCircle(tx, circle, person, byOf(call))
      call.hall.live.expel({ topic: `circle:${circle}`, person })
    })
    return { leaves }
  }),
  serve(api.stayAfterAll, async (call) => {
    const person = meIn(call.caller)
    await call.transact((tx) => store.forgetNotice(tx, { circle: call.params.circle, person }))
    return {}
  }),
  serve(api.pauseMe, async (call) =>
    pause(call, call.params.circle, meIn(call.caller), call.body.days, true),
  ),
  serve(api.endMyPause, async (call) => {
    const member = meIn(call.caller)
    const { circle } = call.params
    await call.transact((tx) => endPause(tx, { circle, member }, byOf(call)))
    return {}
  }),
  serve(api.grantPause, async (call) =>
    pause(call, call.params.circle, call.params.member, call.body.days, false),
  ),
  serve(api.askForPause, async (call) => {
    const { circle } = call.params
    const person = meIn(call.caller)
    const { days, why } = call.body
    const { ways } = await rulesOf(call.db, circle, call.now)
    if (!ways.pause) throw new Refused('no-pause')
    if (days > ways.pause.days) throw new Refused('pause-too-long', { days: ways.pause.days })
    await call.transact(async (tx) => {
      await mustBeInside(tx, circle, person)
      await wishes.wish(tx, { circle, person, days, why, asked_at: call.now })
      await tellOfWish(tx, call.hall, { circle, person, days })
    })
    return {}
  }),
  serve(api.takeWishBack, async (call) => {
    const person = meIn(call.caller)
    await call.transact((tx) => wishes.endWish(tx, { circle: call.params.circle, person }))
    return {}
  }),
  serve(api.listPauseWishes, async ({ db, params }) => {
    const all = await wishes.wishesIn(db, params.circle)
    const names = await namesOf(
      db,
      all.map(({ person }) => person),
    )
    return {
      wishes: all.map(({ person, days, why, asked_at: asked }) => ({
        person,
        name: names.get(person)?.name ?? '',
        days,
        why,
        asked,
      })),
    }
  }),
  serve(api.declinePause, async (call) => {
    await call.transact(async (tx) => {
      if (!(await wishes.endWish(tx, call.params))) throw new Refused('not-found')
      await tellOfPause(tx, call.hall, { ...call.params, reason: call.body.reason })
    })
    return {}
  }),
  serve(api.endByHand, async (call) => {
    const { circle, member } = call.params
    const { why } = call.body
    const person = asPerson(member)
    if ((why === 'died') !== (person !== null)) throw new Refused('ending-unfit')
    await call.transact(async (tx) => {
      const stands = await classOf(tx, { circle, member })
      if (stands === null) throw new Refused('not-inside')
      if (person) await letGo(tx, person, circle)
      const by = meIn(call.caller)
      await endings.writeEnding(tx, { circle, member, class: stands, why }, { by, now: call.now })
      await leaveCircle(tx, circle, member, { ...byOf(call), reason: why })
    })
    if (person) call.hall.live.expel({ topic: `circle:${circle}`, person })
    return {}
  }),
  serve(api.takeEndingBack, async (call) => {
    await call.transact(async (tx) => {
      if (!(await endings.takeBack(tx, call.params, call.now))) throw new Refused('no-ending')
      await endings.putBack(tx, call.params, byOf(call))
    })
    return {}
  }),
  serve(api.listEndings, async ({ db, params, now }) => {
    const all = await endings.endingsIn(db, params.circle, now)
    const named = await memberNames(
      db,
      all.map(({ member }) => member),
    )
    return {
      endings: all.map(({ member, why, at }) => ({ member, name: named(member), why, at })),
    }
  }),
]
