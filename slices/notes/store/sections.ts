/** Writing the sections of a gathering's note, and at its beginning what is carried over. */
import { isIdOf } from '#kernel/ids.ts'
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { wordsIn } from '#kernel/words.ts'
import { filesOf, holdFile } from '#slices/files/index.ts'
import { personOf } from '#slices/people/index.ts'
import { carriedBlocks, carriedFrom } from '../rules/carrying.ts'
import { growInto } from '../rules/growing.ts'
import { picturesIn } from '../rules/handing-on.ts'
import { HALL } from '../rules/shares.ts'
import type { NoteJson } from '../rules/tree.ts'
import { writeSections } from '../rules/write-sections.ts'
import { bindingsOf } from './clients.ts'
import { noteDocument } from './documents.ts'
import { noteHolders } from './holders.ts'
import { type Note, noteOf } from './notes.ts'
import { docOf } from './texts.ts'
import { type NoteId, reading, writing } from './tables.ts'
import { newClient, writeAs } from './writing.ts'

const FROM_LAST_TIME = /*i18n*/ { id: 'notes.from-last-time', message: 'From last time' }

/** The gatherings whose running order changed since the sections of their note were written. */
export async function dueSections(db: Reader): Promise<string[]> {
  const rows = await reading(db)
    .selectFrom('note_places')
    .select('gathering')
    .where('sections_due', '=', true)
    .limit(50)
    .execute()
  return rows.map(({ gathering }) => gathering)
}

/** From now on the sections of this gathering's note have to be looked at. */
export async function markDue(tx: Transaction, gathering: string): Promise<void> {
  await writing(tx)
    .updateTable('note_places')
    .set({ sections_due: true })
    .where('gathering', '=', gathering)
    .execute()
}

/** Changes the text of a note under a client of the hall's own; answers whether anything changed. */
export async function writeAsHall(
  tx: Transaction,
  note: NoteId,
  change: (doc: Y.Doc, isHall: (client: number) => boolean) => void,
  { how, now, by }: { how: string; now: Instant; by: string | null },
): Promise<boolean> {
  const [doc, bindings] = await Promise.all([docOf(tx, note), bindingsOf(tx, note)])
  const client = newClient()
  doc.clientID = client
  const ours = new Set(bindings.flatMap((one) => (one.who === HALL ? [one.client] : [])))
  const before = Y.encodeStateVector(doc)
  change(doc, (one) => one === client || ours.has(one))
  if (!doc.store.clients.has(client)) return false
  const update = Y.encodeStateAsUpdate(doc, before)
  await writeAs(tx, note, [{ who: HALL, name: null, client, update }], { by, how, now })
  return true
}

const isPerson = isIdOf('per')

/** What the note before hands on, as blocks. */
async function lastTime(tx: Transaction, before: NoteId, note: Note): Promise<NoteJson[]> {
  const from = await noteOf(tx, before)
  if (!from) return []
  const blocks = carriedFrom(await noteDocument(tx, before))
  const maker = note.made_by && isPerson(note.made_by) ? note.made_by : null
  const locale = maker ? (await personOf(tx, maker))?.locale : null
  const heading = wordsIn(locale ?? 'en').say(FROM_LAST_TIME)
  return carriedBlocks(blocks, { title: from.title, href: `/notes/${from.id}`, heading })
}

type Carrying = { from: NoteId; carried: readonly NoteJson[]; note: NoteId; now: Instant }

/** Pictures that are carried over belong to the next note too. */
async function holdPictures(tx: Transaction, { from, carried, note, now }: Carrying) {
  const shown = picturesIn(carried)
  if (shown.size === 0) return
  for (const { id, heldBy } of await filesOf(tx, { kind: 'note', id: from }))
    if (shown.has(id))
      await holdFile(tx, { file: id, holder: { kind: 'note', id: note }, by: heldBy, now })
}

/**
 * Brings the note of a gathering up to its running order; once, what was marked before comes first.
 * Nothing is written in an approved note.
 */
export async function keepSections(
  tx: Transaction,
  gathering: string,
  now: Instant,
): Promise<void> {
  const place = await writing(tx)
    .selectFrom('note_places')
    .selectAll()
    .where('gathering', '=', gathering)
    .where('sections_due', '=', true)
    .forUpdate()
    .executeTakeFirst()
  const note = place && (await noteOf(tx, place.note))
  if (!place || !note) return
  if (note.approved_at === null) {
    const [parts, carried] = await Promise.all([
      noteHolders.at('gathering')?.partsOf?.(tx, gathering),
      place.carried_from && !place.carried ? lastTime(tx, place.carried_from, note) : [],
    ])
    await writeAsHall(
      tx,
      note.id,
      (doc, isHall) => {
        growInto(doc, carried, 'start')
        writeSections(doc, parts ?? [], isHall)
      },
      { how: 'sections', now, by: null },
    )
    if (place.carried_from)
      await holdPictures(tx, { from: place.carried_from, carried, note: note.id, now })
  }
  await writing(tx)
    .updateTable('note_places')
    .set({ sections_due: false, carried: true })
    .where('gathering', '=', gathering)
    .execute()
}
