/** Being put out: proposed with a reason, heard, decided by whom the rules say, appealed. */
import { isRefusal, type Change } from '#kernel/change.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { classOf, coop } from '#slices/circles/index.ts'
import { refuseWhileVoted } from '#slices/constitutions/index.ts'
import * as api from '../api/leaving.ts'
import * as rules from '../rules/leaving.ts'
import { keepVoice, othersWhoDecide, voicesIn } from '../store/cases.ts'
import * as store from '../store/leaving.ts'
import { rulesOf } from '../store/rules.ts'
import type { ExclusionId } from '../store/tables.ts'
import { tellMember, tellOfAppeal } from './case-letters.ts'
import { caseShown, casesFor, wholeCase } from './case-shown.ts'
import { circleIn } from './coming.ts'
import { endAppeal, endCase } from './decided.ts'

const byOf = ({ caller, now }: Call) => ({ by: caller.person, now })

async function caseIn(tx: Transaction, id: ExclusionId) {
  const found = await store.lockCase(tx, id)
  if (!found) throw new Refused('not-found')
  return found
}

function must(change: Change): void {
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
}

async function whenIn(tx: Transaction, at: string): Promise<string> {
  const timeZone = (await coop(tx))?.zone ?? 'UTC'
  const when = { dateStyle: 'short', timeStyle: 'short', timeZone } as const
  return `${new Intl.DateTimeFormat('sv-SE', when).format(new Date(at))} (${timeZone})`
}

export const excludingServings = [
  serve(api.openExclusion, async (call) => {
    const { circle } = call.params
    const { member, reason } = call.body
    const by = meIn(call.caller)
    await circleIn(call.db, circle)
    const { ways } = await rulesOf(call.db, circle, call.now)
    if (!ways.exclusion) throw new Refused('no-process')
    const decideFrom = plus(call.now, ways.exclusion.noticeDays * DAY)
    const exclusion = await call.transact(async (tx) => {
      if ((await classOf(tx, { circle, member })) === null) throw new Refused('not-inside')
      const opening = { circle, member, reason, decideFrom }
      const id = await store.openCase(tx, opening, { by, now: call.now })
      const row = id && (await store.caseOf(tx, id))
      if (!row) throw new Refused('case-open')
      await store.writeCase(tx, row, { reason }, { kind: 'exclusion.opened', by: byOf(call) })
      const day = decideFrom.slice(0, 10)
      await tellMember(tx, call.hall, row, { step: 'opened', reason, day })
      return row.id
    })
    return { exclusion }
  }),
  serve(api.listExclusions, async (call) => ({
    exclusions: await caseShown(call.db, await casesFor(call)),
  })),
  serve(api.readExclusion, async ({ db, params, caller, now }) => {
    const row = await store.caseOf(db, params.exclusion)
    if (!row) throw new Refused('not-found')
    return wholeCase(db, row, { caller, now })
  }),
  serve(api.setHearing, async (call) => {
    const { at, where } = call.body
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      must(rules.setHearing(store.asCase(row), at, call.now))
      const set = { hearing_at: at, hearing_where: where }
      await store.writeCase(tx, row, set, { kind: 'exclusion.hearing', by: byOf(call) })
      const time = await whenIn(tx, at)
      await tellMember(tx, call.hall, row, { step: 'hearing', time, where })
    })
    return {}
  }),
  serve(api.giveVoice, async (call) => {
    const person = meIn(call.caller)
    const { out, text } = call.body
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      const { others } = await othersWhoDecide(tx, row, call.now)
      must(rules.giveVoice(store.asCase(row), { person, others }))
      await keepVoice(tx, { exclusion: row.id, person, is_out: out, text, at: call.now })
    })
    return {}
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
      await refuseWhileVoted(tx, { circle: row.circle, about: 'exclusion', ref: row.id })
      const { ways } = await rulesOf(tx, row.circle, now)
      if (!ways.exclusion) throw new Refused('no-process')
      const { others, together } = await othersWhoDecide(tx, row, now)
      const said = (await voicesIn(tx, row.id)).map((one) => ({ ...one, out: one.is_out }))
      const voices = together ? said : null
      const by = { person, out: body.out, others, voices }
      must(rules.decideCase(store.asCase(row), ways.exclusion, by, now))
      await endCase(tx, call.hall, row, { ...body, rule: ways.exclusion }, byOf(call))
    })
    return {}
  }),
  serve(api.appealExclusion, async (call) => {
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      must(rules.appealCase(store.asCase(row), row.member, call.now))
      const appeal = { appeal: call.body.text, appealed_at: call.now }
      await store.writeCase(tx, row, appeal, { kind: 'exclusion.appealed', by: byOf(call) })
      await tellOfAppeal(tx, call.hall, row)
    })
    return {}
  }),
  serve(api.decideAppeal, async (call) => {
    const person = meIn(call.caller)
    const { lifted, reason } = call.body
    await call.transact(async (tx) => {
      const row = await caseIn(tx, call.params.exclusion)
      must(rules.decideAppeal(store.asCase(row), person))
      await refuseWhileVoted(tx, { circle: row.circle, about: 'appeal', ref: row.id })
      await endAppeal(tx, call.hall, row, { lifted, reason }, byOf(call))
    })
    return {}
  }),
]
