/**
 * Handouts and slides of minutes: those of the gathering and its items, as they are until the minutes
 * are approved; from then on those that were there, held by the minutes themselves.
 */
import type { Bytes } from '#kernel/bytes.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { type FileHolder, filesOf, filesOfItems, holdFile } from '#slices/files/index.ts'
import { firstShown } from '#slices/slides/index.ts'
import type { Minutes, MinutesFile } from '../rules/document.ts'
import { handoutsIn } from '../rules/zip.ts'
import type { By } from './changes.ts'
import { headingOf, type Kept } from './minutes.ts'
import { readsWhole, standingOf } from './reader.ts'

async function handoutsOf(db: Reader, gathering: string): Promise<MinutesFile[]> {
  const own = await filesOf(db, { kind: 'gathering', id: gathering })
  const ofItems = await filesOfItems(db, gathering)
  const shown = await firstShown(db, gathering)
  return [...own, ...ofItems].map(({ id, name, type, size, sha256, holder }) => {
    const shownAt = shown.get(id)
    const item = holder.split('.')[1] ?? null
    return { id, item, name, type, size, sha256, ...(shownAt ? { shownAt } : {}) }
  })
}

/** The minutes with the handouts that stand now; approved ones as they were approved. */
export async function withHandouts(
  db: Reader,
  { gathering, state, minutes }: Kept,
): Promise<Minutes> {
  if (state === 'approved') return minutes
  const files = await handoutsOf(db, gathering)
  return files.length > 0 ? { ...minutes, files } : minutes
}

/** Lets approved minutes hold their handouts and pictures, whatever becomes of the gathering's. */
export async function holdHandouts(
  tx: Transaction,
  id: Kept['id'],
  { files = [], pictures = [] }: Minutes,
  { now, actor }: By,
): Promise<void> {
  for (const { id: file } of [...files, ...pictures])
    await holdFile(tx, {
      file: `fil_${file.slice(4)}`,
      holder: { kind: 'minutes', id },
      by: actor,
      now,
    })
}

/** The bytes of the handouts and pictures that go into a zip, by their names there. */
export async function handoutBytes(
  bytes: Pick<Bytes, 'open'>,
  minutes: Minutes,
): Promise<Record<string, Uint8Array>> {
  const all: Record<string, Uint8Array> = {}
  for (const [name, { sha256 }] of handoutsIn(minutes))
    all[name] = new Uint8Array(Buffer.concat(await bytes.open(sha256).toArray()))
  return all
}

/** Whoever reads approved minutes whole reads their handouts; nobody adds to them. */
export const minutesFiles: FileHolder = {
  async mayRead(db, caller, id) {
    const heading = await headingOf(db, id)
    return heading !== null && readsWhole(heading, await standingOf(db, caller, heading))
  },
  mayAdd: async () => null,
  circleOf: async (db, id) => (await headingOf(db, id))?.circle ?? null,
}
