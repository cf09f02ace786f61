/** Recurring gatherings: calling off, and "this and later". */
import { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { cancelGathering, changeGathering, type Plan } from '../rules/calling.ts'
import { again } from '../rules/repeat.ts'
import { moveWall, wallMinutes } from '../rules/zones.ts'
import { type By, saveCancelled, saveChange } from '../store/changes.ts'
import { type Gathering, gatheringOf, headingsIn } from '../store/gatherings.ts'
import { saveToldAlong } from '../store/telling.ts'
import { saveSeries, seriesOf } from '../store/series.ts'
import { tellLater } from '../store/telling.ts'
import { lockedGathering } from './calling.ts'

type Later = { hall: Hall; tx: Transaction; gathering: Gathering; by: By }

/** This occurrence and all that come after it and can still be changed, in order. */
async function thisAndLater({ tx, gathering }: Pick<Later, 'tx' | 'gathering'>) {
  if (!gathering.series) return [gathering]
  const all = await headingsIn(tx, { series: gathering.series })
  const later = all.filter(
    ({ id, occurrence, cancelledAt, openedAt }) =>
      id !== gathering.id &&
      (occurrence ?? '') > (gathering.occurrence ?? '') &&
      !cancelledAt &&
      !openedAt,
  )
  const whole = await Promise.all(later.map(({ id }) => gatheringOf(tx, id)))
  return [gathering, ...whole.flatMap((one) => one ?? [])]
}

/**
 * Changes an occurrence and all later ones, made and still to be made. A new start moves the wall
 * clock of each by as much.
 */
export async function changeLater({
  hall,
  tx,
  gathering,
  wish,
  by,
}: Later & { wish: Partial<Plan> }): Promise<{ sequence: number }> {
  const zone = wish.zone ?? gathering.zone
  const move = wish.startsAt ? wallMinutes(gathering.startsAt, wish.startsAt, zone) : 0
  let sequence = gathering.sequence
  for (const one of await thisAndLater({ tx, gathering })) {
    const startsAt = moveWall(one.startsAt, move, zone)
    const own = one.id === gathering.id
    const items = wish.items && !own ? { items: again(wish.items) } : {}
    const answer = changeGathering(one, { ...wish, ...items, startsAt }, by.now)
    if (isRefusal(answer)) throw new Refused(answer.refused, answer.details)
    await saveChange(tx, one.id, answer.changed, answer.facts, by)
    if (answer.changed.told)
      await tellOnce({ hall, tx, gathering }, one.id, answer.changed.sequence)
    if (own) sequence = answer.changed.sequence
  }
  await changePlan(tx, gathering, wish, move)
  return { sequence }
}

/** What the series will bring from now on. Its own start stays: by it occurrences are known. */
async function changePlan(
  tx: Transaction,
  gathering: Gathering,
  wish: Partial<Plan>,
  move: number,
): Promise<void> {
  const series = gathering.series ? await seriesOf(tx, gathering.series) : null
  if (!series) return
  const plan = { ...series.plan, ...wish, startsAt: series.startsAt, zone: series.zone }
  await saveSeries(tx, series.id, { plan, movedMinutes: series.movedMinutes + move })
}

/** One letter for all: who is told of the first one is not told again of each later one. */
async function tellOnce(
  { hall, tx, gathering }: Omit<Later, 'by'>,
  id: Gathering['id'],
  sequence: number,
): Promise<void> {
  const first = id === gathering.id
  if (!first) await saveToldAlong(tx, { first: gathering.id, later: id, sequence })
  await tellLater(hall, tx, id, first)
}

async function cancelOne({ tx, gathering, by }: Omit<Later, 'hall'>, reason: string) {
  const answer = cancelGathering(gathering, reason)
  if (isRefusal(answer)) throw new Refused(answer.refused, answer.details)
  const sequence = gathering.sequence + 1
  await saveCancelled(tx, gathering.id, { reason, sequence }, answer.facts, by)
  return sequence
}

/** The day before an occurrence, in the zone of its series. */
function dayBefore(at: Instant, zone: string): string {
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate()
  return day.subtract({ days: 1 }).toString()
}

const cancel = serve(api.cancelGathering, async ({ params, body, caller, now, transact, hall }) =>
  transact(async (tx) => {
    const gathering = await lockedGathering(tx, params.gathering)
    const by = { by: caller.person, now }
    const later = body.scope === 'later'
    const all = later ? await thisAndLater({ tx, gathering }) : [gathering]
    for (const one of all) {
      const sequence = await cancelOne({ tx, gathering: one, by }, body.reason)
      if (later) await tellOnce({ hall, tx, gathering }, one.id, sequence)
      else await tellLater(hall, tx, one.id)
    }
    const series = gathering.series ? await seriesOf(tx, gathering.series) : null
    if (later && series && gathering.occurrence) {
      const until = dayBefore(gathering.occurrence, series.zone)
      await saveSeries(tx, series.id, { rule: { ...series.rule, until }, endedAt: now })
    }
    return { cancelled: all.length }
  }),
)

export const servings = [cancel]
