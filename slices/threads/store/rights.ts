/** Who reads and keeps a thread: by its circle (laws 1 and 4 of rules/thread.ts). */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { type CircleId, isFacilitator, isMember, isSteward } from '#slices/circles/index.ts'
import type { Thread } from './tables.ts'

type Asking = Pick<Caller, 'person'>

export async function readsIn(db: Reader, { person }: Asking, circle: CircleId): Promise<boolean> {
  return (await isMember(db, person, circle)) || isSteward(db, person, circle)
}

export const readsThread = (db: Reader, caller: Asking, { circle }: Pick<Thread, 'circle'>) =>
  readsIn(db, caller, circle)

export const keepsThread = (db: Reader, { person }: Asking, { circle }: Pick<Thread, 'circle'>) =>
  isFacilitator(db, person, circle)
