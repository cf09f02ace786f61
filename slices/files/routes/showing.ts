/** Files as they are shown. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { namesOf, shownName } from '#slices/people/index.ts'
import type { FileShown } from '../api.ts'
import type { Holder } from '../rules/keeping.ts'
import { isShown } from '../rules/types.ts'
import type { Held } from '../store/files.ts'
import { fileHolders } from '../store/holders.ts'

/** As whom the caller may add files, and whether they may take away those of others. */
export async function standingAt(db: Reader, caller: Caller, { kind, id }: Holder) {
  const answers = fileHolders.at(kind)
  const adds = (await answers?.mayAdd(db, caller, id)) ?? null
  const tidies = (await answers?.mayTidy?.(db, caller, id)) ?? false
  return { adds, tidies }
}

export type StandingAt = Awaited<ReturnType<typeof standingAt>>

/** Whether somebody may take a file away: who added it here, and who tidies. */
export function mayRemove({ adds, tidies }: StandingAt, heldBy: string | null): boolean {
  return tidies || (adds !== null && adds === heldBy)
}

/** Files with the names of who added them. */
export async function shownFiles(
  db: Reader,
  files: readonly Held[],
  standing: StandingAt,
): Promise<FileShown[]> {
  const names = await namesOf(
    db,
    files.flatMap(({ heldBy }) => heldBy ?? []),
  )
  return files.map(({ heldBy, heldAt, holder, small, type, ...file }) => {
    const name = heldBy ? names.get(heldBy) : undefined
    return {
      id: file.id,
      item: /\.(itm_\w+)$/.exec(holder)?.[1] ?? null,
      name: file.name,
      type,
      size: file.size,
      sha256: file.sha256,
      width: file.width,
      height: file.height,
      small: small !== null,
      shown: isShown(type),
      by: heldBy && name ? { id: heldBy, name: shownName(name), former: name.former } : null,
      at: heldAt,
      remove: mayRemove(standing, heldBy),
    }
  })
}
