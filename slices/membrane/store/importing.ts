/** Members from a table: read in a worker, written some at a time. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { workOn } from '#kernel/work.ts'
import { z } from 'zod'
import {
  type CircleId,
  classOf,
  historyOf,
  joinCircle,
  membersNamed,
} from '#slices/circles/index.ts'
import { emailsOf, makePerson, personAt, type PersonId } from '#slices/people/index.ts'
import type { Row } from '../rules/import.ts'
import { enteringInvited } from './ending.ts'
import type { By } from './tables.ts'

const RowRead = z.object({
  line: z.int(),
  nth: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  class: z.string().nullable(),
  from: z.string().nullable(),
})
const TableRead = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  header: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  rows: z.array(RowRead),
  mistakes: z.array(
    z.object({
      line: z.int(),
      column: z.enum(['name', 'email', 'class', 'from']).nullable(),
      why: z.string(),
      value: z.string(),
    }),
  ),
  mistakeCount: z.int(),
  tooLong: z.boolean(),
})
export type TableRead = z.infer<typeof TableRead>

type Wanted = {
  bytes: Uint8Array
  mapping: Record<string, string> | null
  classes: Readonly<Record<string, string>>
  today: string
}

/** Reads a table without writing anything. */
export async function readMembers(given: Wanted): Promise<TableRead> {
  const file = new URL('./import-work.ts', import.meta.url)
  return workOn({ file, task: 'read-members', given, answer: TableRead })
}

export type Done = 'made' | 'joined' | 'already' | 'putOut'

/** Writes one line; one that is so already changes nothing, and nobody who was put out comes in by it. */
export async function writeMember(
  tx: Transaction,
  circle: CircleId,
  row: Row,
  { by, now }: By,
): Promise<Done> {
  if (row.email === null && (await namesakes(tx, circle, row.name)) >= row.nth) return 'already'
  const known = row.email ? await personAt(tx, row.email) : null
  if (known && (await classOf(tx, { circle, member: known.id })) !== null) return 'already'
  if (known && (await enteringInvited(tx, { circle, person: known.id, now }))) return 'putOut'
  const person = known?.id ?? (await newPerson(tx, row, now))
  const from = await beginning(tx, { circle, person, known: known !== null, row, now })
  await joinCircle(tx, circle, person, { by, now, class: row.class, from })
  return known ? 'joined' : 'made'
}

/** How many members of this name have no address. */
async function namesakes(db: Reader, circle: CircleId, name: string): Promise<number> {
  const members = await membersNamed(db, circle, name)
  return members.length - (await emailsOf(db, members)).size
}

function newPerson(tx: Transaction, { name, email }: Row, now: Instant): Promise<PersonId> {
  return makePerson(tx, { name, email, locale: null, zone: null, now })
}

type Begins = { circle: CircleId; person: PersonId; known: boolean; row: Row; now: Instant }

/** From the day of the line, never within a stretch that was before. */
async function beginning(
  db: Reader,
  { circle, person, known, row, now }: Begins,
): Promise<Instant> {
  if (row.from === null) return now
  const day = `${row.from}T00:00:00.000Z`
  const history = known ? await historyOf(db, person, circle) : []
  const last = history
    .flatMap(({ until }) => until ?? [])
    .toSorted()
    .at(-1)
  return last && last > day ? last : day
}
