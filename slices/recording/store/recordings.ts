/** What is recorded: the state, and the files by person; read, and written with the entries. */
import { sql } from 'kysely'
import { type Fact, isRefusal } from '#kernel/change.ts'
import { type Instant, plus } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { holdTopic, note } from '#kernel/record.ts'
import { apply, NO_RECORDING, type Recording, stopByItself, type Why } from '../rules/recording.ts'
import { reading, type Recorded, topicOf, writing } from './tables.ts'

export async function recordingOf(db: Reader, gathering: string): Promise<Recording> {
  const row = await reading(db)
    .selectFrom('recordings')
    .select('state')
    .where('gathering', '=', gathering)
    .executeTakeFirst()
  return row?.state ?? NO_RECORDING
}

type Happening = { gathering: string; now: Instant; actor: string | null }

/** Writes what happened; the caller holds the topic. */
export async function happenTo(
  tx: Transaction,
  before: Recording,
  facts: readonly Fact[],
  { gathering, now, actor }: Happening,
): Promise<Recording> {
  if (facts.length === 0) return before
  const entries = await note(tx, topicOf(gathering), facts, { now, actor })
  const recording = entries.reduce(apply, before)
  const state = JSON.stringify(recording)
  const kept = { state, kept_until: recording.until }
  await writing(tx)
    .insertInto('recordings')
    .values({ gathering, ...kept, holder: null, held_until: null })
    .onConflict((oc) => oc.column('gathering').doUpdateSet(kept))
    .execute()
  return recording
}

/** Stops one by itself, and says why; one that does not run stays as it is. */
export async function stopItself(
  tx: Transaction,
  gathering: string,
  why: Why,
  now: Instant,
): Promise<void> {
  await holdTopic(tx, topicOf(gathering))
  const recording = await recordingOf(tx, gathering)
  const change = stopByItself(recording, why)
  if (!isRefusal(change))
    await happenTo(tx, recording, change.facts, { gathering, now, actor: null })
}

/** The gatherings that are recorded now. */
export async function goingNow(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ gathering: string }>`
    select gathering from recordings where state->>'is' = 'on'`.execute(db)
  return rows.map(({ gathering }) => gathering)
}

/** The gatherings whose recordings were to be kept until a day before this. */
export async function dueBefore(db: Reader, day: string): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('recordings')
    .select('gathering')
    .where('kept_until', '<', day)
    .execute()
  return rows.map(({ gathering }) => gathering)
}

const HELD_MS = 20_000

/** Is it this node that records? Of several one does, until it is silent for twenty seconds. */
export async function holds(
  tx: Transaction,
  gathering: string,
  { holder, now }: { holder: string; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await writing(tx)
    .updateTable('recordings')
    .set({ holder, held_until: plus(now, HELD_MS) })
    .where('gathering', '=', gathering)
    .where((eb) =>
      eb.or([eb('holder', 'is', null), eb('holder', '=', holder), eb('held_until', '<', now)]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function addFile(tx: Transaction, file: Recorded & { track: string }): Promise<void> {
  await writing(tx).insertInto('recorded').values(file).execute()
}

/** The files of a gathering, in the order in which they begin. */
export async function filesOf(db: Reader, gathering: string): Promise<Recorded[]> {
  const rows = await reading(db)
    .selectFrom('recorded')
    .select(['id', 'gathering', 'who', 'started'])
    .where('gathering', '=', gathering)
    .orderBy('started')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, started: new Date(row.started).toISOString() }))
}

/** Is there such a file? One without a row is to be deleted. */
export async function isKnown(db: Reader, id: string): Promise<boolean> {
  const row = await reading(db)
    .selectFrom('recorded')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Lets go of the files of somebody in a gathering, or (null) of all; answers which to delete. */
export async function dropFiles(
  tx: Transaction,
  gathering: string,
  who: string | null,
): Promise<Pick<Recorded, 'id' | 'gathering'>[]> {
  const all = writing(tx).deleteFrom('recorded').where('gathering', '=', gathering)
  return (who === null ? all : all.where('who', '=', who)).returning(['id', 'gathering']).execute()
}

/** Who is erased is heard nowhere any more. */
export async function dropVoices(tx: Transaction, whos: readonly string[]): Promise<void> {
  await writing(tx).deleteFrom('recorded').where('who', 'in', whos).execute()
}
