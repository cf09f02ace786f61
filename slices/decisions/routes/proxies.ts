/** Proxies: given, shown, taken back and laid down. */
import type { Reader } from '#kernel/database.ts'
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { isInside } from '#slices/circles/index.ts'
import { recordsOf } from '#slices/people/index.ts'
import * as api from '../api/proxies.ts'
import { dayEnds } from '../rules/life/days.ts'
import { refuseLate } from '../rules/life/life.ts'
import { entriesOf } from '../store/ballots.ts'
import { decisionOf, joinDecision, textOf } from '../store/decisions.ts'
import {
  endProxy,
  livingProxies,
  mostHere,
  mostProxies,
  proxyOf,
  proxyTopicOf,
  writeProxy,
} from '../store/proxies.ts'
import { type Decision, type ProxyRow, topicOf } from '../store/tables.ts'
import { writeLetters } from '../timers/letters.ts'
import { namesFor, zoneOf } from './shown.ts'

/** Proxies with the names of those between whom they are. */
async function shownProxies(db: Reader, proxies: readonly ProxyRow[]) {
  const nameOf = await namesFor(
    db,
    proxies.flatMap(({ giver, holder }) => [giver, holder]),
  )
  return Promise.all(
    proxies.map(async ({ id, giver, holder, decision, until, says, given_at }) => {
      const of = decision && (await decisionOf(db, decision))
      return {
        proxy: id,
        giver,
        giverName: nameOf(giver),
        holder,
        holderName: nameOf(holder),
        decision,
        title: of ? (await textOf(db, of)).title : null,
        until,
        says,
        givenAt: given_at,
      }
    }),
  )
}

const list = serve(api.listProxies, async ({ db, params, caller, now }) => {
  const me: string[] = await recordsOf(db, meIn(caller))
  const [all, most] = await Promise.all([
    livingProxies(db, params.circle),
    mostProxies(db, params.circle, null, now),
  ])
  const holds = all.filter(({ until }) => until === null || until > now)
  return {
    most,
    given: await shownProxies(
      db,
      holds.filter(({ giver }) => me.includes(giver)),
    ),
    held: await shownProxies(
      db,
      holds.filter(({ holder }) => me.includes(holder)),
    ),
  }
})

/** For how many others somebody may vote in a decision: as it was fixed, or as the rules have it now. */
async function mostIn({ db, now }: Pick<Call, 'db' | 'now'>, decision: Decision): Promise<number> {
  const { state, closes_at: closesAt } = decision
  if (state === 'open' || state === 'counted' || state === 'void')
    allow(refuseLate({ state, closesAt }, now))
  if (state === 'withdrawn') throw new Refused('not-decided-any-more')
  return mostHere(db, decision, now)
}

/** Whoever votes for another votes themselves: on the roll once it is frozen, inside before. */
async function isVoter(db: Reader, decision: Decision | null, person: string): Promise<boolean> {
  if (!decision?.opened_at) return true
  const entries = await entriesOf(db, decision.id, [person])
  return entries.some(({ votes }) => votes)
}

const give = serve(api.giveProxy, async (call) => {
  const { db, params, body, caller, now, hall } = call
  const { circle } = params
  const giver = meIn(caller)
  if ((body.decision === null) === (body.until === null)) throw new Refused('proxy-for-what')
  const until = body.until && dayEnds(body.until, await zoneOf(db))
  const id = await call.transact(
    async (tx) => {
      const decision = body.decision && (await joinDecision(tx, body.decision))
      if (body.decision && decision?.circle !== circle) throw new Refused('not-found')
      const most = decision
        ? await mostIn(call, decision)
        : await mostProxies(tx, circle, null, now)
      const { holder } = body
      const known = (await isInside(tx, holder, circle)) && (await isVoter(tx, decision, holder))
      if (!known) throw new Refused('proxy-stranger')
      if (!(await isVoter(tx, decision, giver))) throw new Refused('not-on-the-roll')
      const given = { circle, giver, holder, decision: body.decision, until, says: body.says, most }
      const written = await writeProxy(tx, given, now)
      if (typeof written !== 'string') throw new Refused(written.refused, written.details)
      if (body.decision)
        await writeLetters(hall, tx, {
          decision: body.decision,
          about: 'proxy-given',
          which: written,
          to: [holder],
        })
      return written
    },
    body.decision ? topicOf(body.decision) : proxyTopicOf(circle),
  )
  return { proxy: id }
})

const end = serve(api.endProxy, async (call) => {
  const { db, params, caller, now, hall } = call
  const me: string[] = await recordsOf(db, meIn(caller))
  await call.transact(async (tx) => {
    const held = await proxyOf(tx, params.circle, params.proxy)
    if (!held) throw new Refused('not-found')
    const { giver, holder, decision: of } = held
    const mine = me.includes(giver)
    if (!mine && !me.includes(holder)) throw new Refused('proxy-of-others')
    const decision = of && (await joinDecision(tx, of))
    if (decision && decision.opened_at !== null)
      allow(refuseLate({ state: decision.state, closesAt: decision.closes_at }, now))
    if (held.ended_at !== null) return
    await endProxy(tx, held, { why: mine ? 'taken-back' : 'laid-down', by: caller.person, now })
    const to = [mine ? holder : giver]
    if (of) await writeLetters(hall, tx, { decision: of, about: 'proxy-ended', which: held.id, to })
  })
  return {}
})

export const proxyServings = [list, give, end]
