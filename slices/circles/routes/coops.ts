/** Member co-ops: those that live elsewhere, and the directory of all. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { CardGiven, CoopInList, knowCoop, listCoops, readCard, writeCard } from '../api/members.ts'
import { cardOf, coopsOf, writeCard as keepCard } from '../store/cards.ts'
import { makeCircle } from '../store/changes.ts'
import { hasClass } from '../store/ports.ts'
import { byOf } from './keeping.ts'
import { circleIn } from './reading.ts'

export const coopServings = [
  serve(knowCoop, async (call) => {
    const { circle: parent } = call.params
    const { name, class: named, ...card } = call.body
    await circleIn(call.db, parent)
    if (
      named &&
      !(await hasClass(call.db, { circle: parent, key: named, body: true, now: call.now }))
    )
      throw new Refused('no-such-class')
    const id = await call.transact(async (tx) => {
      const given = { name, parent, kind: 'autonomous' as const, elsewhere: true, class: named }
      const made = await makeCircle(tx, given, byOf(call))
      await keepCard(tx, made, card, byOf(call))
      return made
    })
    return { id }
  }),
  serve(writeCard, async (call) => {
    const { circle } = call.params
    const { kind } = await circleIn(call.db, circle)
    if (kind !== 'autonomous') throw new Refused('not-a-coop')
    await call.transact((tx) => keepCard(tx, circle, call.body, byOf(call)))
    return {}
  }),
  serve(readCard, async ({ db, params }) => {
    const { kind } = await circleIn(db, params.circle)
    if (kind !== 'autonomous') throw new Refused('not-a-coop')
    return CardGiven.parse((await cardOf(db, params.circle)) ?? {})
  }),
  serve(listCoops, async ({ db, params, query }) => {
    await circleIn(db, params.circle)
    const coops = await coopsOf(db, params.circle, query)
    return { coops: coops.map((coop) => CoopInList.parse(coop)) }
  }),
]
