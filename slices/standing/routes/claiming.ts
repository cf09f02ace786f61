/** Claims: said by members, answered by the treasurer or another steward. */
import { Refused } from '#kernel/problem.ts'
import { type Serving, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import { answerClaim, listClaims, makeClaim } from '../api/keeping.ts'
import { answerTo, recordable } from '../rules/keeping.ts'
import { acknowledge } from '../store/acknowledging.ts'
import * as claims from '../store/claims.ts'
import { isOwn, keepsStanding } from '../store/seeing.ts'
import { must } from './keeping.ts'
import { tellingFor } from './seeing.ts'
import { claimsShown } from './shown.ts'

const MOST_OPEN = 50

const make = serve(makeClaim, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  const person = meIn(caller)
  must(recordable(body.happened, await todayIn(db, now)))
  const member = body.member ?? person
  if (!(await isOwn(db, person, { circle, member }))) throw new Refused('not-yours')
  if ((await claims.openClaimCount(db, circle, member)) >= MOST_OPEN)
    throw new Refused('too-many-claims')
  const { unit, amount, happened, duty, said } = body
  const claim = { circle, member, unit, amount, happened, duty, said }
  return { claim: await call.transact((tx) => claims.addClaim(tx, claim, { by: person, now })) }
})

const list = serve(listClaims, async (call) => {
  const { telling } = await tellingFor(call)
  const waiting = await claims.claimsOf(call.db, call.params.circle, null)
  return { claims: await claimsShown(call.db, waiting, telling) }
})

const answer = serve(answerClaim, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  const person = meIn(caller)
  const keeps = await keepsStanding(db, person, circle)
  if (!keeps && body.answer !== 'withdrawn') throw new Refused('not-allowed')
  const today = await todayIn(db, now)
  await call.transact(async (tx) => {
    const claim = await claims.lockClaim(tx, circle, params.claim)
    if (!claim || (!keeps && claim.by !== person)) throw new Refused('not-found')
    must(answerTo(claim, body, person))
    const by = { by: person, now }
    if (body.answer === 'acknowledged')
      await acknowledge(tx, claim, { why: body.why, known: today }, by)
    else await claims.answerClaim(tx, claim, { ...body, evidence: null }, by)
  })
  return {}
})

export const claimingServings: readonly Serving[] = [make, list, answer]
