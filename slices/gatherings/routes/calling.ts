/** Calling, changing, calling off: load, ask the rule, save, tell. */
import { isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { mayCall } from '#slices/circles/index.ts'
import * as api from '../api.ts'
import { callGathering, changeGathering, Plan } from '../rules/calling.ts'
import type { Item, ItemGiven } from '../rules/items.ts'
import { instantAt } from '../rules/zones.ts'
import { insertGathering, lockGathering, renewKey, saveChange } from '../store/changes.ts'
import { type Gathering, gatheringOf } from '../store/gatherings.ts'
import { beginSeries, makeAhead } from '../store/occurrences.ts'
import { entryLink } from '../store/views.ts'
import { tellLater } from '../store/telling.ts'
import { circleNamed } from './reading.ts'
import { changeLater } from './series.ts'

/** Items with ids: those that this gathering has keep theirs, all others are new. */
export function identified(items: readonly ItemGiven[], known: readonly Item[] = []): Item[] {
  const own = new Set(known.map(({ id }) => id))
  return items.map((item) => {
    const kept = item.id !== undefined && own.delete(item.id) ? item.id : newId('itm')
    return { ...item, id: kept }
  })
}

const call = serve(api.callGathering, async (given) => {
  const { body, caller, now, transact, db, hall } = given
  const { circle, rule, starts, items = [], ...rest } = body
  await circleNamed({ db }, circle)
  const { person } = caller
  if (!person || !(await mayCall(db, person, circle))) throw new Refused('not-yours-to-call')
  const startsAt = instantAt(starts, rest.zone)
  const facilitators = rest.facilitators?.length ? rest.facilitators : [person]
  const plan = Plan.parse({ ...rest, facilitators, startsAt, items: identified(items) })
  const change = callGathering(plan, rule, now)
  if (isRefusal(change)) throw new Refused(change.refused, change.details)
  const by = { by: person, now }
  return transact(async (tx) => {
    if (!rule) return { gathering: await insertGathering(tx, { plan, circle }, change.facts, by) }
    const { series, gathering } = await beginSeries(tx, { plan, rule, circle }, by)
    await makeAhead(tx, series, hall.clock.now())
    return { gathering }
  })
})

/** The gathering, locked; refuses `not-found`. */
export async function lockedGathering(tx: Transaction, id: `gth_${string}`): Promise<Gathering> {
  await lockGathering(tx, id)
  const gathering = await gatheringOf(tx, id)
  if (!gathering) throw new Refused('not-found')
  return gathering
}

type Wish = Call<typeof api.changeGathering>['body']

/** What is wished, with the start as an instant in the zone that is wished too. */
export function wished({ scope: _scope, starts, items, ...rest }: Wish, gathering: Gathering) {
  const zone = rest.zone ?? gathering.zone
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...given,
    ...(starts ? { startsAt: instantAt(starts, zone) } : {}),
    ...(items ? { items: identified(items, gathering.items) } : {}),
  }
}

const change = serve(api.changeGathering, async ({ params, body, caller, now, transact, hall }) =>
  transact(async (tx) => {
    const gathering = await lockedGathering(tx, params.gathering)
    const wish = wished(body, gathering)
    const by = { by: caller.person, now }
    if (body.scope === 'later' && gathering.series) {
      return changeLater({ hall, tx, gathering, wish, by })
    }
    const answer = changeGathering(gathering, wish, now)
    if (isRefusal(answer)) throw new Refused(answer.refused, answer.details)
    await saveChange(tx, gathering.id, answer.changed, answer.facts, by)
    if (answer.changed.told) await tellLater(hall, tx, gathering.id)
    return { sequence: answer.changed.sequence }
  }),
)

const renew = serve(api.renewEntryLink, async ({ params, caller, now, transact, hall }) =>
  transact(async (tx) => {
    const gathering = await lockedGathering(tx, params.gathering)
    const key = await renewKey(tx, gathering.id, { by: caller.person, now })
    return { link: entryLink(hall.config.origin, { ...gathering, key }) }
  }),
)

export const servings = [call, change, renew]
