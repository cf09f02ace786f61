/** Versions that begin to hold: at their adoption, or on their day. */
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { type CircleId, coop } from '#slices/circles/index.ts'
import { beginning, coming, type Day, dayIn, inForce } from '../rules/adopting.ts'
import { reading, topicOf, type VersionId, writing } from './tables.ts'

async function headsOf(db: Reader, circle: CircleId) {
  const rows = await reading(db)
    .selectFrom('constitution_versions')
    .select(['id', 'number', 'day', 'adopted_at', 'began_at'])
    .where('circle', '=', circle)
    .where('state', '=', 'adopted')
    .execute()
  return rows.flatMap(({ number, day, adopted_at: adopted, began_at: began, id }) =>
    number !== null && day !== null && adopted !== null
      ? [{ id, number, day, adopted, begun: began !== null }]
      : [],
  )
}

/** The first moment of a day in a zone. */
function dawnOf(day: Day, zone: string): Instant {
  const dawn = Temporal.PlainDate.from(day).toZonedDateTime(zone)
  return dawn.toInstant().toString({ smallestUnit: 'millisecond' })
}

const dayBefore = (day: Day): Day => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/**
 * Lets the versions of a circle begin whose day has come, each once, with the moment from which it
 * holds: its adoption, or the first moment of its day, also when the hall slept then. The caller
 * holds the constitution.
 */
export async function beginDue(tx: Transaction, circle: CircleId, now: Instant): Promise<void> {
  const zone = (await coop(tx))?.zone ?? 'UTC'
  const heads = await headsOf(tx, circle)
  for (const { id, number, day, adopted } of beginning(heads, dayIn(zone, now))) {
    const from = dayIn(zone, adopted) < day ? dawnOf(day, zone) : adopted
    const others = heads.filter((head) => head.number < number)
    const before: VersionId | null =
      inForce(others, from === adopted ? day : dayBefore(day))?.id ?? null
    await writing(tx)
      .updateTable('constitution_versions')
      .set({ began_at: from })
      .where('id', '=', id)
      .execute()
    const adopters = from === adopted ? await adoptersOf(tx, id) : []
    const data = { version: id, number, day, from, before, adopters }
    await note(tx, topicOf(circle), [{ kind: 'constitution.began', data }], { now, actor: null })
  }
}

/** Who adopted a version at once knows of it. */
async function adoptersOf(db: Reader, version: VersionId): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('constitution_adopters')
    .select('person')
    .where('version', '=', version)
    .execute()
  return rows.map(({ person }) => person)
}

/** The circles with a version whose day has come and that has not begun. */
export async function circlesToBegin(db: Reader, today: Day): Promise<CircleId[]> {
  const rows = await reading(db)
    .selectFrom('constitution_versions')
    .select('circle')
    .distinct()
    .where('state', '=', 'adopted')
    .where('began_at', 'is', null)
    .where('day', '<=', today)
    .execute()
  return rows.map(({ circle }) => circle)
}

/** The versions of a circle that will hold from a day to come, the nearest first. */
export async function comingIn(
  db: Reader,
  circle: CircleId,
  today: Day,
): Promise<{ id: VersionId; number: number; day: Day }[]> {
  return coming(await headsOf(db, circle), today)
}
