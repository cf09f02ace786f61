/** Lists, and one gathering whole. */
import { HOUR, plus } from '#kernel/clock.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { circleOf, circlesOf, mayCall } from '#slices/circles/index.ts'
import * as api from '../api.ts'
import { maySee } from '../rules/access.ts'
import { endOf } from '../rules/doors.ts'
import { gatheringOf, headingsIn } from '../store/gatherings.ts'
import { listedFor } from '../store/listing.ts'
import { readerOf } from '../store/readers.ts'
import { shownGathering, shownList } from '../store/views.ts'

const PAGE = 40
/** A gathering that began so long ago may still be on. */
const LONGEST_HOURS = 28

const list = serve(api.listGatherings, async ({ db, query, caller, now }) => {
  const { when, circle, from } = query
  const coming = when === 'coming'
  const window = coming
    ? { after: from ?? plus(now, -LONGEST_HOURS * HOUR) }
    : { before: from ?? now, newestFirst: true }
  const found = await headingsIn(db, { ...window, circle, limit: 400 })
  const inTime = found.filter((one) => (coming ? endOf(one) > now && !one.endedAt : over(one, now)))
  const seen = await listedFor(db, inTime, caller.person)
  const page = seen.slice(0, PAGE)
  const next = seen[PAGE]?.startsAt ?? null
  const { person } = caller
  return {
    gatherings: await shownList(db, page, { person, now }),
    next: next && !coming ? plus(next, 1) : next,
    mayCall: await mayCallAnywhere({ db, caller }),
  }
})

function over(one: Parameters<typeof endOf>[0] & { endedAt: string | null }, now: string): boolean {
  return endOf(one) <= now || one.endedAt !== null
}

/** Whether somebody may call a gathering of any circle. */
async function mayCallAnywhere({ db, caller }: Pick<Call, 'db' | 'caller'>): Promise<boolean> {
  const { person } = caller
  if (person === null) return false
  const circles = await circlesOf(db, person)
  const asked = await Promise.all(circles.map(({ id }) => mayCall(db, person, id)))
  return asked.includes(true)
}

const read = serve(api.readGathering, async ({ db, params, query, caller, now, hall }) => {
  const gathering = await gatheringOf(db, params.gathering)
  if (!gathering) throw new Refused('not-found')
  const { person, browser } = caller
  const who = await readerOf(db, gathering, { person, browser, key: query.key })
  if (!maySee(gathering.access, who)) throw new Refused('not-found')
  return shownGathering(db, gathering, { who, person, now, origin: hall.config.origin })
})

/** The circle of a call; refuses `no-such-circle`. */
export async function circleNamed({ db }: Pick<Call, 'db'>, circle: `cir_${string}` | null) {
  if (circle === null) return null
  const found = await circleOf(db, circle)
  if (!found) throw new Refused('no-such-circle')
  return found
}

export const servings = [list, read]
