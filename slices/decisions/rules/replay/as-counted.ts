/**
 * A publication as it was counted: of a secret decision papers say a group and no class, so its classes are
 * the groups that the count told apart (secret/groups.ts), on the roll too. A group of one class is that
 * class; of several, nobody knows which.
 */
import type { Published, RollEntry } from '../count/published.ts'
import { countedRuling, groupIn, groupsOf } from '../secret/groups.ts'

/** The publication with its classes as the papers say them. */
export function asCounted(published: Published): Published {
  const { ruling, roll } = published
  if (ruling.kind.secrecy !== 'secret') return published
  const groups = groupsOf(ruling)
  const entries = roll.entries.map((entry) => ({
    ...entry,
    class: groupIn(groups, entry.class)?.key ?? entry.class,
  }))
  return { ...published, ruling: countedRuling(ruling), roll: { ...roll, entries } }
}

/** Who was in the room when it opened, and whoever voted, by class; nothing where it was decided over days. */
export function presentOn(roll: readonly RollEntry[]): Record<string, number> | null {
  if (roll.every(({ present }) => present === undefined)) return null
  const found: Record<string, number> = {}
  for (const { class: inClass, present, voted } of roll)
    if (present || voted) found[inClass] = (found[inClass] ?? 0) + 1
  return found
}
