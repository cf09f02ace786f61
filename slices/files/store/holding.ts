/** What holds a file: taken up, let go, and deleted when nothing has held it for a while. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { type FileId, GRACE_DAYS, type Holder } from '../rules/keeping.ts'
import { topicOf } from './holders.ts'
import { writing } from './tables.ts'

export type Holding = { file: FileId; holder: Holder; by: string | null; now: Instant }

/**
 * Lets something hold a file, behind those that it holds already; held twice is held once. Notes
 * `file.added` on the holder's topic. The caller has seen that the file may be read and added.
 */
export async function holdFile(tx: Transaction, holding: Holding): Promise<void> {
  const { file, holder, by, now } = holding
  const own = writing(tx)
  const found = await own
    .updateTable('files')
    .set({ loose_at: null })
    .where('id', '=', file)
    .returning(['name', 'size', 'type', 'sha256'])
    .executeTakeFirst()
  if (!found) return
  const held = await own
    .insertInto('file_holdings')
    .values((eb) => ({
      file,
      kind: holder.kind,
      holder: holder.id,
      held_by: by,
      held_at: now,
      place: eb
        .selectFrom('file_holdings')
        .select((sub) => sub(sub.fn.coalesce(sub.fn.max('place'), sub.lit(0)), '+', 1).as('next'))
        .where('kind', '=', holder.kind)
        .where('holder', '=', holder.id),
    }))
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  if (held.numInsertedOrUpdatedRows === 0n) return
  const facts = [{ kind: 'file.added', data: { file, ...found } }]
  await note(tx, topicOf(holder), facts, { now, actor: by })
}

/** Takes a file from what held it; when nothing else does, its days are numbered. */
export async function releaseFile(tx: Transaction, holding: Holding): Promise<void> {
  const { file, holder, by, now } = holding
  const own = writing(tx)
  await own.selectFrom('files').select('id').where('id', '=', file).forUpdate().execute()
  const gone = await own
    .deleteFrom('file_holdings')
    .where('file', '=', file)
    .where('kind', '=', holder.kind)
    .where('holder', '=', holder.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await own
    .updateTable('files')
    .set({ loose_at: now })
    .where('id', '=', file)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('file_holdings').select('file').where('file', '=', file))),
    )
    .execute()
  await note(tx, topicOf(holder), [{ kind: 'file.removed', data: { file } }], { now, actor: by })
}

/** Deletes files that nothing has held for the grace period; answers the hashes they had. */
export async function deleteLoose(tx: Transaction, now: Instant): Promise<string[]> {
  const gone = await writing(tx)
    .deleteFrom('files')
    .where('loose_at', '<', plus(now, -GRACE_DAYS * DAY))
    .returning(['sha256', 'small'])
    .execute()
  return gone.flatMap(({ sha256, small }) => (small ? [sha256, small] : [sha256]))
}

/** Whether some file has these bytes. */
export async function isNeeded(tx: Transaction, sha256: string): Promise<boolean> {
  const found = await writing(tx)
    .selectFrom('files')
    .select('id')
    .where((eb) => eb.or([eb('sha256', '=', sha256), eb('small', '=', sha256)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
