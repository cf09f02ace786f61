/** Leaving, resting, being put out. */
import { meIn } from '#kernel/session.ts'
import { isIdOf } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/change.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import {
  type CircleId,
  classOf,
  endPause,
  isSteward,
  leaveCircle,
  letGo,
  type MemberId,
  pauseMember,
} from '#slices/circles/index.ts'
import { circleOf } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import * as api from '../api/leaving.ts'
import * as rules from '../rules/leaving.ts'
import { deciderCount, decidersOf } from '../store/deciding.ts'
import * as store from '../store/leaving.ts'
import { rulesOf } from '../store/rules.ts'
import type { ExclusionId } from '../store/tables.ts'
import { circleIn } from './coming.ts'

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
  })
  return { ends }
}

async function caseIn(tx: Transaction, id: ExclusionId) {
  const found = await store.lockCase(tx, id)
  if (!found) throw new Refused('not-found')
  return found
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
  serve(api.openExclusion, async (call) => {
    const { circle } = call.params
    const { member, reason } = call.body
    const by = meIn(call.caller)
    await circleIn(call.db, circle)
    const { ways } = await rulesOf(call.db, circle, call.now)
    if (!ways.exclusion) throw new Refused('no-process')
    const decideFrom = plus(call.now, ways.exclusion.noticeDays * DAY)
    const exclusion = await call.transact(async (tx) => {
      await mustBeInside(tx, circle, member)
      const id = await store.openCase(
        tx,
        { circle, member, reason, decideFrom },
        { by, now: call.now },
      )
      const row = id && (await store.caseOf(tx, id))
      if (!row) throw new Refused('case-open')
      await store.writeCase(tx, row, { reason }, { kind: 'exclusion.opened', by: byOf(call) })
      return row.id
    })
    return { exclusion }
  }),
  serve(api.listExclusions, async (call) => {
    const { db, params } = call
    const me = meIn(call.caller)
    const steward = await isSteward(db, me, params.circle)
    const cases = await store.casesIn(db, params.circle, steward ? null : me)
    const names = await namesOf(
      db,
      cases.map(({ member }) => member),
    )
    const shown = cases.map(async (row) => ({
      id: row.id,
      member: row.member,
      name:
        names.get(row.member)?.name ??
        (await circleOf(db, `cir_${row.member.slice(4)}`))?.name ??
        '',
      openedBy: row.opened_by,
      opened: row.opened_at,
      reason: row.reason,
      decideFrom: row.decide_from,
      heard: row.heard,
      outcome: row.outcome,
      decision: row.decision,
      decided: row.decided_at,
      appealUntil: row.appeal_until,
      appeal: row.appeal,
      appealOutcome: row.appeal_outcome,
      appealDecision: row.appeal_decision,
    }))
    return { exclusions: await Promise.all(shown) }
  }),
  serve(api.beHeard, async (call) => {
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      if (row.outcome !== null) throw new Refused('case-over')
      const heard = { heard: call.body.text, heard_at: call.now }
      await store.writeCase(tx, row, heard, { kind: 'exclusion.heard', by: byOf(call) })
    })
    return {}
  }),
  serve(api.decideExclusion, async (call) => {
    const { now, body } = call
    const person = meIn(call.caller)
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      const { circle, member } = row
      const { ways } = await rulesOf(tx, circle, now)
      if (!ways.exclusion) throw new Refused('no-process')
      const asked = { circle, by: ways.exclusion.decides, now }
      const size = await deciderCount(tx, asked)
      const others = (size ?? (await decidersOf(tx, asked)).length) - 1
      const change = rules.decideCase(store.asCase(row), ways.exclusion, { person, others }, now)
      if (isRefusal(change)) throw new Refused(change.refused, change.details)
      const decided = {
        outcome: body.out ? ('out' as const) : ('stays' as const),
        decided_by: person,
        decided_at: now,
        decision: body.reason,
        appeal_until: body.out ? plus(now, ways.exclusion.appealDays * DAY) : null,
      }
      await store.writeCase(tx, row, decided, { kind: 'exclusion.decided', by: byOf(call) })
      if (!body.out) return
      const who = asPerson(member)
      if (who) await letGo(tx, who, circle)
      await leaveCircle(tx, circle, member, { ...byOf(call), reason: 'put-out' })
      if (who) call.hall.live.expel({ topic: `circle:${circle}`, person: who })
    })
    return {}
  }),
  serve(api.appealExclusion, async (call) => {
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      const change = rules.appealCase(store.asCase(row), row.member, call.now)
      if (isRefusal(change)) throw new Refused(change.refused)
      const appeal = { appeal: call.body.text, appealed_at: call.now }
      await store.writeCase(tx, row, appeal, { kind: 'exclusion.appealed', by: byOf(call) })
    })
    return {}
  }),
  serve(api.decideAppeal, async (call) => {
    const person = meIn(call.caller)
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      const change = rules.decideAppeal(store.asCase(row), person)
      if (isRefusal(change)) throw new Refused(change.refused)
      const decided = {
        appeal_outcome: call.body.lifted ? ('lifted' as const) : ('holds' as const),
        appeal_decided_by: person,
        appeal_decided_at: call.now,
        appeal_decision: call.body.reason,
      }
      const told = { kind: 'exclusion.appeal-decided', by: byOf(call) }
      await store.writeCase(tx, row, decided, told)
    })
    return {}
  }),
]
