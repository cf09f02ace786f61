/** A general meeting under way, for stories of what is decided in the room. */
import { newId } from '#kernel/ids.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { makeGathering, Plan } from '#slices/gatherings/index.ts'
import { beginTheGathering, enterTheRoom } from '#slices/room/api.ts'
import type { TestHall } from './hall.ts'
import type { Somebody } from './people.ts'

/** A gathering of a circle that somebody facilitates, begun, with these people in its room too. */
export async function openAssembly(
  hall: TestHall,
  { circle, facilitator }: { circle: CircleId; facilitator: Somebody },
  people: readonly Somebody[],
): Promise<{ gathering: `gth_${string}` }> {
  const now = hall.clock.now()
  const plan = {
    ...Plan.parse({
      title: 'General meeting',
      zone: 'Europe/Amsterdam',
      minutes: 90,
      startsAt: now,
      facilitators: [facilitator.id],
    }),
    items: [
      {
        id: newId('itm', Date.parse(now)),
        kind: 'decision' as const,
        title: 'Motions',
        owners: [],
        minutes: 60,
        line: '',
        handouts: [],
        aside: '',
      },
    ],
  }
  const gathering = await hall.hall.transact((tx) =>
    makeGathering(tx, { plan, circle }, [], { by: facilitator.id, now }),
  )
  const params = { gathering }
  for (const one of [facilitator, ...people]) await one.browser.call(enterTheRoom, { params })
  await facilitator.browser.call(beginTheGathering, { params })
  return params
}
