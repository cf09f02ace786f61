/** Settings of the hall itself, by name: few, small, and each written by one slice. */
import type { z } from 'zod'
import type { Reader, Transaction } from './database.ts'

/** A setting as its schema reads it; null when it was never set or reads no more. */
export async function settingOf<S extends z.ZodType>(
  db: Reader,
  name: string,
  schema: S,
): Promise<z.output<S> | null> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  const read = schema.safeParse(row?.value)
  return read.success ? read.data : null
}

/** Sets a setting; any JSON. */
export async function setSetting(tx: Transaction, name: string, value: unknown): Promise<void> {
  const row = { name, value: JSON.stringify(value) }
  await tx
    .insertInto('settings')
    .values(row)
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: row.value }))
    .execute()
}

/** The name of the hall, which stands in mails and titles. */
export const HALL_NAME = 'hall.name'
