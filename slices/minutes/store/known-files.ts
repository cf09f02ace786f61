/** Files that were imported before, by the sha-256 of their bytes. */
import { sql } from 'kysely'
import type { Reader } from '#kernel/database.ts'
import { reading } from './tables.ts'
import type { Answer } from './imports.ts'

/** What this very file has become before. */
export async function importOf(db: Reader, hash: string): Promise<Answer | null> {
  const { rows } = await sql<{ answer: Answer }>`
    select answer from chat_imports where sha256 = ${hash}`.execute(db)
  return rows[0] ? { ...rows[0].answer, again: true } : null
}

/** The minutes that a file has become, by the sha-256 of its bytes. */
export async function knownFile(db: Reader, hash: string): Promise<string | null> {
  const row = await reading(db)
    .selectFrom('chat_imports')
    .select('minutes')
    .where('sha256', '=', hash)
    .executeTakeFirst()
  return row?.minutes ?? null
}
