/** Reading minutes: the document, and the chat by pages. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { Minutes, type MinutesState } from '../rules/document.ts'
import { withNotes } from './noted.ts'
import { type MinutesId, reading, type Visibility, writing } from './tables.ts'

export type Heading = {
  id: MinutesId
  gathering: string
  circle: CircleId | null
  title: string
  kind: 'room' | 'chat-file'
  heldFrom: Instant
  heldTill: Instant
  state: MinutesState
  visibility: Visibility
  publicChat: boolean
  sha256: string | null
  version: number
  changedAt: Instant
}

export type Kept = Heading & { minutes: Minutes }

const HEADING = [
  'id',
  'gathering',
  'circle',
  'title',
  'kind',
  'held_from as heldFrom',
  'held_till as heldTill',
  'state',
  'visibility',
  'public_chat as publicChat',
  'sha256',
  'version',
  'changed_at as changedAt',
] as const

/** The heading of minutes by their id, or by the id of their gathering. */
export async function headingOf(db: Reader, id: string): Promise<Heading | null> {
  const row = await reading(db)
    .selectFrom('minutes')
    .select(HEADING)
    .where((eb) => eb.or([eb('id', '=', asId(id)), eb('gathering', '=', id)]))
    .executeTakeFirst()
  return row ?? null
}

function asId(id: string): MinutesId {
  return id.startsWith('min_') ? `min_${id.slice(4)}` : 'min_'
}

/** Minutes whole, but for the lines of the chat. */
export async function keptOf(db: Reader, id: string): Promise<Kept | null> {
  const row = await reading(db)
    .selectFrom('minutes')
    .select([...HEADING, 'document'])
    .where((eb) => eb.or([eb('id', '=', asId(id)), eb('gathering', '=', id)]))
    .executeTakeFirst()
  if (!row) return null
  const { document, ...heading } = row
  const minutes = Minutes.parse(JSON.parse(document))
  const sealed = heading.state === 'approved'
  return { ...heading, minutes: sealed ? minutes : await withNotes(db, minutes) }
}

/** As `keptOf`, held until the transaction ends. */
export async function holdMinutes(tx: Transaction, id: string): Promise<Kept | null> {
  await writing(tx)
    .selectFrom('minutes')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', asId(id)), eb('gathering', '=', id)]))
    .forUpdate()
    .executeTakeFirst()
  return keptOf(tx, id)
}
