/** Hardship: asked for by the member, in confidence; granted by the treasurer or a steward. */
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { constitutionOf, partOf, todayIn } from '#slices/constitutions/index.ts'
import { answerExcuse, askExcuse, grantExcuse, listExcuses } from '../api/hardship.ts'
import { excuseAnswer, mayExcuse, mayGrant } from '../rules/hardship.ts'
import { NO_DUTIES } from '../rules/duty.ts'
import { dutyName } from '../rules/prose.ts'
import { dutiesSection } from '../rules/section.ts'
import * as excuses from '../store/excuses.ts'
import { keepsStanding, isOwn } from '../store/seeing.ts'
import { memberNames } from '../store/telling.ts'
import { knownMember, must } from './keeping.ts'

async function dutiesNow({ db, now }: Pick<Call, 'db' | 'now'>, circle: CircleId) {
  const rules = await constitutionOf(db, circle, now)
  return rules ? partOf(dutiesSection, rules) : NO_DUTIES
}

const grant = serve(grantExcuse, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  must(mayExcuse(await dutiesNow(call, circle), body))
  must(mayGrant(await isOwn(db, caller.person, { circle, member: body.member })))
  await knownMember(call, circle, body.member)
  const today = await todayIn(db, now)
  await call.transact((tx) =>
    excuses.excuse(tx, { ...body, circle }, today, { by: caller.person, now }).then(() => null),
  )
  return {}
})

const ask = serve(askExcuse, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  const person = meIn(caller)
  const { duty, until, said } = body
  const member = body.member ?? person
  if (!(await isOwn(db, person, { circle, member }))) throw new Refused('not-yours')
  must(mayExcuse(await dutiesNow(call, circle), { duty, until, from: await todayIn(db, now) }))
  const asking = { circle, member, duty, until, said }
  const request = await call.transact((tx) => excuses.askExcuse(tx, asking, { by: person, now }))
  if (!request) throw new Refused('excuse-asked')
  return { request }
})

const list = serve(listExcuses, async (call) => {
  const { db, params, caller } = call
  const { circle } = params
  const { say } = wordsIn(caller.locale)
  const [waiting, { duties }] = await Promise.all([
    excuses.requestsOf(db, circle, null),
    dutiesNow(call, circle),
  ])
  const names = await memberNames(
    db,
    waiting.map(({ member }) => member),
  )
  const shown = waiting.map(async ({ id, member, duty, until, said, asked_at: asked }) => ({
    id,
    member,
    name: names.get(member) ?? '',
    duty: duty === null ? null : dutyName(duties, duty, say),
    until,
    said,
    asked: await todayIn(db, asked),
    mine: await isOwn(db, caller.person, { circle, member }),
  }))
  return { requests: await Promise.all(shown) }
})

const answer = serve(answerExcuse, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  const person = meIn(caller)
  const keeps = await keepsStanding(db, person, circle)
  if (!keeps && body.answer !== 'withdrawn') throw new Refused('not-allowed')
  const [today, part] = await Promise.all([todayIn(db, now), dutiesNow(call, circle)])
  await call.transact(async (tx) => {
    const request = await excuses.lockRequest(tx, circle, params.request)
    if (!request) throw new Refused('not-found')
    const { member, duty, answer: before } = request
    const own = await isOwn(tx, person, { circle, member })
    if (!keeps && !own) throw new Refused('not-found')
    must(excuseAnswer({ answer: before, own }, body))
    const by = { by: person, now }
    const granting = { circle, member, duty, from: today, until: body.until ?? request.until }
    const granted = body.answer === 'granted'
    if (granted) must(mayExcuse(part, granting))
    const excuse = granted ? await excuses.excuse(tx, granting, today, by) : null
    await excuses.answerRequest(tx, request, { answer: body.answer, why: body.why, excuse }, by)
  })
  return {}
})

export const excusingServings: readonly Serving[] = [grant, ask, list, answer]
