/** How circles are moved, merged, split, rested and closed. */
import { type Change, isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import { namesOf } from '#slices/people/index.ts'
import * as api from '../api/shaping.ts'
import type { Circle, CircleId } from '../rules.ts'
import * as rules from '../rules/shape.ts'
import { lockCoop } from '../store/changes.ts'
import { allCircles, isSteward } from '../store/circles.ts'
import { foretellShape } from '../store/foretelling-shape.ts'
import { isBody } from '../store/joining.ts'
import { letGo } from '../store/letting-go.ts'
import { circlesOn } from '../store/members.ts'
import { shapeTold } from '../store/shape-history.ts'
import * as shaping from '../store/shaping.ts'
import { byOf } from './keeping.ts'
import { circleIn } from './reading.ts'
import { refusals } from './refusals.ts'

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
  const { name } = await circleIn(call.db, other)
  if (!(await isSteward(call.db, call.caller.person, other)))
    throw new Refused('not-its-steward', { circle: name })
}

type Act = (typeof api.ACTS)[number]

/** The law of an act, asked before it is done. */
async function ruleOf(db: Reader, act: Act, circle: CircleId, to: CircleId): Promise<Change> {
  const circles = await allCircles(db)
  if (act === 'move') return rules.moveCircle(circles, circle, to)
  if (act === 'merge') return rules.mergeCircles(circles, circle, to)
  if (act === 'close') return rules.closeCircle(circles, circle)
  return rules.splitCircle(circles, circle)
}

function saidIn(words: Words, name: string, details: Record<string, unknown> = {}): string {
  const meaning = refusals[name]
  return meaning ? words.say(meaning.say, details) : name
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
  serve(api.foretellShape, async (call) => {
    const { db, params, query, caller, now } = call
    const circle = await circleIn(db, params.circle)
    const to = query.other ? await circleIn(db, query.other) : null
    const words = wordsIn(caller.locale)
    const { act } = query
    if ((act === 'move' || act === 'merge') && !to) return { says: [], stops: [] }
    const change = await ruleOf(db, act, circle.id, to?.id ?? circle.id)
    const stops = isRefusal(change) ? [saidIn(words, change.refused, change.details)] : []
    if (to && !(await isSteward(db, caller.person, to.id)))
      stops.push(saidIn(words, 'not-its-steward', { circle: to.name }))
    const chosen = query.members ?? 0
    const says = await foretellShape(db, { circle, to, act, chosen }, { words, now })
    return { says: stops.length > 0 ? [] : says, stops }
  }),
  serve(api.shapeHistory, async ({ db, params, caller }) => {
    const told = await shapeTold(db, params.circle, wordsIn(caller.locale))
    const names = await namesOf(
      db,
      told.flatMap(({ actor }) => actor ?? []),
    )
    return {
      history: told.map(({ actor, ...one }) => ({
        ...one,
        by: actor ? (names.get(actor)?.name ?? null) : null,
      })),
    }
  }),
  serve(api.circlesThen, async ({ db, params }) => ({ circles: await circlesOn(db, params.day) })),
]
