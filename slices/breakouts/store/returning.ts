/** Groups come back: what they wrote goes into the note of the gathering, and they report in turn. */
import { type Room, roomAsItIs, turnsFor } from '#slices/room/index.ts'
import { cameBack } from '../rules/happenings.ts'
import { groupsDue, reporterOf } from '../rules/going.ts'
import { type Group, type GroupSet, membersOf, outNow } from '../rules/state.ts'
import { forgetHeard, happen, heardAt, type Kept } from './breakouts.ts'
import { bringBack } from './notes.ts'
import { closeRoom } from './rooms.ts'
import { roomIn } from './tables.ts'

type Returning = { kept: Kept; main: Room }

async function comeBack({ kept, main }: Returning, set: GroupSet, group: Group): Promise<void> {
  const { text, writers, whos } = await bringBack(
    kept,
    set.item,
    group,
    membersOf(set, group.id).map((who) => ({ who, name: main.people[who]?.name ?? '' })),
  )
  const reporter = reporterOf(set, group, writers)
  const data = {
    group: group.id,
    reporter,
    text,
    whos: whos.filter((who) => /^(per|gst)_/.test(who)),
  }
  await happen(kept, { facts: [cameBack.of(data)] })
  await closeRoom({ kept, main }, group.id)
  await forgetHeard(kept.tx, roomIn(kept.gathering, group.id))
}

/** All are back: whoever reports has the floor in turn, in the order of the groups. */
async function letReport({ kept }: Returning, set: GroupSet): Promise<void> {
  const after = kept.breakouts.sets.at(-1)
  if (after?.state !== 'over') return
  const reporters = after.groups.flatMap(({ reporter, brought }) =>
    reporter && brought !== null ? [reporter] : [],
  )
  const { tx, gathering, now } = kept
  await turnsFor(tx, gathering, { order: [...new Set(reporters)], by: set.by, now })
}

/** Brings these groups back; of a gathering that is over nobody gets the floor. */
export async function bringGroupsBack(
  returning: Returning,
  wanted: (set: GroupSet) => readonly Group[],
): Promise<void> {
  const set = outNow(returning.kept.breakouts)
  if (!set) return
  for (const group of wanted(set)) await comeBack(returning, set, group)
  await letReport(returning, set)
}

/** The groups whose time is over, with a moment more for who speaks. */
export async function dueNow(kept: Kept, set: GroupSet): Promise<Group[]> {
  const spoken = new Map(
    await Promise.all(
      set.groups.map(async ({ id }) => {
        const room = roomIn(kept.gathering, id)
        const [{ floor }, heard] = await Promise.all([
          roomAsItIs(kept.tx, room),
          heardAt(kept.tx, room),
        ])
        return [id, { hasFloor: floor.holders.length > 0, heardAt: heard }] as const
      }),
    ),
  )
  const spokenIn = (group: string) => spoken.get(group) ?? { hasFloor: false, heardAt: null }
  return groupsDue(set, spokenIn, kept.now)
}
