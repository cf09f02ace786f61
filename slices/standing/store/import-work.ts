/** Imports of large files in a worker thread, on a connection of its own. */
import { z } from 'zod'
import { openDatabase, type Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { transact } from '#kernel/transact.ts'
import { offer, workOn } from '#kernel/work.ts'
import { Mapping } from '../rules/csv-cells.ts'
import { type Import, importStatement, importTable, type Importing } from './importing.ts'

const Wish = z.object({
  url: z.string(),
  importing: z.custom<Importing>(),
  mapping: Mapping.nullable(),
})

/** Nobody hears single pieces of an import: no listener waits for them, no page follows them. */
const quietly = { listeners: () => [], publish: () => {} }

function runImport(tx: Transaction, importing: Importing, mapping: Mapping | null) {
  return mapping ? importTable(tx, importing, mapping) : importStatement(tx, importing)
}

async function alone(given: unknown): Promise<Import> {
  const { url, importing, mapping } = Wish.parse(given)
  const { db, close } = openDatabase({ url, max: 2 })
  try {
    return await transact({ db, ...quietly }, (tx) => runImport(tx, importing, mapping))
  } finally {
    await close()
  }
}

offer({ import: alone })

const file = new URL(import.meta.url)
/** Up to this size a file is read sooner than a thread starts. */
const SMALL_BYTES = 32 * 1024

/** Imports a table (with a mapping) or a statement (without), a large one beside the event loop. */
export async function importBeside(
  { db, config }: Pick<Hall, 'db' | 'config'>,
  importing: Importing,
  mapping: Mapping | null,
): Promise<Import> {
  if (importing.bytes.length <= SMALL_BYTES || !config.databaseUrl)
    return transact({ db, ...quietly }, (tx) => runImport(tx, importing, mapping))
  const given = { url: config.databaseUrl, importing, mapping }
  return workOn({ file, task: 'import', given, answer: z.custom<Import>() })
}
