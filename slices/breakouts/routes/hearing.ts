/** What breakouts hear of the room around them: who comes late, who goes, that it is over. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import {
  facilitatesIn,
  holdRoom,
  holdWithin,
  layDownWithin,
  removeWithin,
  type Room,
} from '#slices/room/index.ts'
import { comeLate, goneFor } from '../rules/going.ts'
import { groupOf, outNow, Who } from '../rules/state.ts'
import { breakoutsOf, happen, holdBreakouts, type Kept } from '../store/breakouts.ts'
import { eraseBrought } from '../store/erasing.ts'
import { bringGroupsBack } from '../store/returning.ts'
import { follow } from '../store/rooms.ts'
import { roomIn } from '../store/tables.ts'

type Heard = (tx: Transaction, entry: Entry) => Promise<void>
type Around = { kept: Kept; main: Room }

const ABOUT = z.object({ who: Who })

/** Does something when groups of the gathering of an entry are out; entries of groups are none. */
function whileOut(work: (around: Around, entry: Entry) => Promise<void>): Heard {
  return async (tx, entry) => {
    const gathering = /^gathering:(gth_\w+)$/.exec(entry.topic)?.[1]
    if (!gathering || !outNow(await breakoutsOf(tx, gathering))) return
    const main = await holdRoom(tx, gathering)
    const kept = await holdBreakouts(tx, gathering, { now: entry.at, actor: null })
    await work({ kept, main }, entry)
  }
}

function groupBefore({ breakouts }: Kept, who: Who): string | null {
  const set = outNow(breakouts)
  return (set && groupOf(set, who)?.id) ?? null
}

/** Law 2 of rules/going.ts; who was recognised as a person goes where the guest was. */
const entered = whileOut(async (around, { data }) => {
  const { kept, main } = around
  const { who } = ABOUT.parse(data)
  const known = Object.values(main.people).flatMap((one) => (one.person === who ? [one.who] : []))
  await happen(
    kept,
    comeLate(kept.breakouts, { who, facilitates: facilitatesIn(main, who) }, known),
  )
  await follow(around, who, null)
})

/** Who lost the line keeps their place; who left has none. */
const left = whileOut(async (around, { data }) => {
  const { who } = ABOUT.parse(data)
  if (data['how'] !== 'left') return
  const before = groupBefore(around.kept, who)
  await happen(around.kept, goneFor(around.kept.breakouts, who))
  await follow(around, who, before)
})

const Removed = ABOUT.extend({ by: Who })

/** Out of the gathering is out of every group. */
const removed = whileOut(async ({ kept }, { data }) => {
  const { who, by } = Removed.parse(data)
  const set = outNow(kept.breakouts)
  for (const { id } of set?.groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)) ?? [])
    await removeWithin(
      await holdWithin(kept.tx, roomIn(kept.gathering, id), { by, now: kept.now }),
      who,
      by,
    )
  await happen(kept, goneFor(kept.breakouts, who))
})

const LaidDown = ABOUT.extend({ role: z.string() })

/** Who no longer facilitates the gathering does not in its groups, save the one they host. */
const laidDown = whileOut(async ({ kept }, { data }) => {
  const { who, role } = LaidDown.parse(data)
  const set = outNow(kept.breakouts)
  if (role !== 'facilitator' || !set) return
  for (const { id } of set.groups.filter(({ host }) => host !== who))
    await layDownWithin(
      await holdWithin(kept.tx, roomIn(kept.gathering, id), { by: who, now: kept.now }),
      who,
    )
})

/** The gathering is over: so are its groups, and what they wrote is kept. */
const over = whileOut((around) =>
  bringGroupsBack(around, ({ groups }) => groups.filter(({ backAt }) => backAt === null)),
)

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })

export const listeners: Record<string, Heard> = {
  'room.entered': entered,
  'room.left': left,
  'people.removed': removed,
  'role.laid-down': laidDown,
  'gathering.ended': over,
  'person.erased': (tx, { at, data }) => {
    const { person, guests } = Erased.parse(data)
    return eraseBrought(tx, [person, ...guests], at)
  },
}
