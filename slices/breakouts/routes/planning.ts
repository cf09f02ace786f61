/** Planning groups. */
import { newId } from '#kernel/ids.ts'
import type { Body } from '#kernel/operation.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { facilitatesIn, peopleIn, type Room } from '#slices/room/index.ts'
import * as api from '../api.ts'
import * as rules from '../rules/planning.ts'
import { nameHost } from '../rules/among.ts'
import { sortPeople } from '../rules/sorting.ts'
import { breakoutsOf } from '../store/breakouts.ts'
import { coopsOf } from '../store/coops.ts'
import { asCare, asHere, change, type Inside, moving, unlessReader } from './within.ts'

type Given = Body<typeof api.planBreakouts>

const read = serve(api.readBreakouts, async ({ db, caller, params }) => {
  await unlessReader(db, caller, params.gathering)
  return breakoutsOf(db, params.gathering)
})

function itemOf(room: Room, given: Given): string | null {
  return given.item ?? room.items.find(({ state }) => state === 'now')?.id ?? null
}

/** Whom the lot sorts: who is here and does not facilitate, unless they host or are meant too. */
function sorted(room: Room, { groups, withFacilitators }: Given): string[] {
  const hosts = new Set(groups.map(({ host }) => host))
  return peopleIn(room)
    .map(({ who }) => who)
    .filter((who) => withFacilitators || hosts.has(who) || !facilitatesIn(room, who))
}

async function placesFor(
  { kept, main }: Inside,
  given: Given,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const { way, pairs, groups } = given
  const byHand = given.placed.map(({ who, group }) => {
    const id = ids[group]
    if (!id) throw new Refused('no-such-group')
    return [who, id] as const
  })
  const people = way === 'choice' ? [] : sorted(main, given)
  const coops = await coopsOf(kept.tx, kept.gathering, people)
  const drawn = sortPeople({
    people: people.map((who) => ({ who, coop: coops.get(who) ?? null })),
    groups: ids.length,
    hosts: groups.map(({ host }) => host),
    way,
    pairs,
    lot: Math.random,
  })
  const placed = drawn.flatMap((whos, at) => whos.map((who) => [who, ids[at] ?? ''] as const))
  const hosting = groups.flatMap(({ host }, at) => (host ? [[host, ids[at] ?? ''] as const] : []))
  return Object.fromEntries([...placed, ...hosting, ...byHand])
}

const plan = serve(api.planBreakouts, ({ body, ...call }) =>
  asCare(call, async (inside) => {
    const groups = body.groups.map((group) => ({ ...group, id: newId('brk') }))
    const placed = await placesFor(
      inside,
      body,
      groups.map(({ id }) => id),
    )
    const { way, minutes, graceSeconds, wander, pairs } = body
    const item = itemOf(inside.main, body)
    const all = { item, groups, way, minutes, graceSeconds, wander, pairs, placed }
    return change(({ kept, who }) => rules.planGroups(kept.breakouts, who, all))(inside)
  }),
)

const drop = serve(api.dropBreakouts, (call) =>
  asCare(
    call,
    change(({ kept, who }) => rules.dropPlan(kept.breakouts, who)),
  ),
)

const go = serve(api.goToGroup, ({ body, ...call }) =>
  asHere(call, (inside) =>
    moving(inside, inside.who, rules.goTo(inside.kept.breakouts, inside.actor, body.group)),
  ),
)

const place = serve(api.placeInGroup, ({ body, params, ...call }) =>
  asCare({ ...call, params }, (inside) => {
    if (!inside.main.people[params.who]) throw new Refused('nobody-by-that-id')
    const { kept, who } = inside
    const rule = rules.placeSomebody(kept.breakouts, who, params.who, body.group)
    return moving(inside, params.who, rule)
  }),
)

const host = serve(api.nameAHost, ({ body, params, ...call }) =>
  asCare(
    { ...call, params },
    change(({ kept, who }) => nameHost(kept.breakouts, who, params.group, body.who)),
  ),
)

export const planningServings = [read, plan, drop, go, place, host]
