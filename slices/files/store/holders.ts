/** What a file can belong to; each later slice answers for its kind (app/slices.ts). */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Caller } from '#kernel/session.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { isMember, isSteward } from '#slices/circles/index.ts'
import type { FileId, Holder } from '../rules/keeping.ts'
import { type File, reading } from './tables.ts'

export type FileHolder = {
  mayRead(db: Reader, caller: Caller, id: string): Promise<boolean>
  /** As whom the caller may add a file here, a person or a guest; null when they may not. */
  mayAdd(db: Reader, caller: Caller, id: string): Promise<string | null>
  /** Whether the caller may also take away what others added; left out: nobody. */
  mayTidy?(db: Reader, caller: Caller, id: string): Promise<boolean>
  /** In whose quota it counts; null: in that of who adds it alone. */
  circleOf(db: Reader, id: string): Promise<CircleId | null>
  /** What it is a part of, whose readers are its readers: its news go there. Left out: itself. */
  partOf?(id: string): Holder
}

export const fileHolders = port<FileHolder>('what a file belongs to')

const circleIn = (id: string): CircleId => `cir_${id.replace(/^cir_/, '')}`

/** Files of a circle are read and added by its members; its stewards tidy them. */
fileHolders.fill('circle', {
  async mayRead(db, { person }, id) {
    const circle = circleIn(id)
    return (await isMember(db, person, circle)) || isSteward(db, person, circle)
  },
  async mayAdd(db, { person }, id) {
    return (await isMember(db, person, circleIn(id))) ? person : null
  },
  mayTidy: (db, { person }, id) => isSteward(db, person, circleIn(id)),
  circleOf: async (_db, id) => circleIn(id),
})

/** Whether the caller may read what belongs to this holder. */
export async function readsHolder(db: Reader, caller: Caller, { kind, id }: Holder) {
  return (await fileHolders.at(kind)?.mayRead(db, caller, id)) ?? false
}

/** The topic of a holder's files; read by whoever may read them. */
export function topicOf(holder: Holder): string {
  const { kind, id } = fileHolders.at(holder.kind)?.partOf?.(holder.id) ?? holder
  return `files:${kind}:${id}`
}

/** What holds a file now. */
export async function holdersOf(db: Reader, file: FileId): Promise<Holder[]> {
  return reading(db)
    .selectFrom('file_holdings')
    .select(['kind', 'holder as id'])
    .where('file', '=', file)
    .execute()
}

/**
 * Whether the caller may read a file: whoever may read one of those that hold it; while nothing
 * does, whoever made it (`as`: who the caller is, where that is more than the signed-in person).
 */
export async function readsFile(
  db: Reader,
  caller: Caller,
  file: File,
  as: string | null = caller.person,
): Promise<boolean> {
  if (as !== null && as === file.made_by && file.loose_at !== null) return true
  for (const holder of await holdersOf(db, file.id))
    if (await readsHolder(db, caller, holder)) return true
  return false
}
