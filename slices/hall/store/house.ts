/** The state of the house in numbers. */
import { sql } from 'kysely'
import { z } from 'zod'
import { BACKUP_LAST } from '#kernel/backup.ts'
import type { Reader } from '#kernel/database.ts'
import { settingOf } from '#kernel/settings.ts'
import { allCircles } from '#slices/circles/index.ts'
import { allPersons } from '#slices/people/index.ts'

const LastBackup = z.object({ at: z.string(), rows: z.int(), bytes: z.int() })

/** How many people, circles, letters that wait and entries there are, and the last backup. */
export async function houseOf(db: Reader) {
  const [people, circles, backup, counted] = await Promise.all([
    allPersons(db),
    allCircles(db),
    settingOf(db, BACKUP_LAST, LastBackup),
    sql<{ waiting: number; entries: number }>`select
      (select count(*) from outbox) as waiting,
      (select coalesce(sum(seq), 0)::bigint from topics) as entries`.execute(db),
  ])
  const { waiting = 0, entries = 0 } = counted.rows[0] ?? {}
  return { people: people.length, circles: circles.length, backup, waiting, entries }
}
