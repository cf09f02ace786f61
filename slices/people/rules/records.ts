/**
 * Two records of one person.
 * 1. Two records are made one by a steward of the co-op, or by the person, who shows by a code that
 *    the mail of the other record is theirs too.
 * 2. One record is kept; the other's id, mail and passkeys lead to it from then on. Who it was is in
 *    no list twice: where both say the same, the kept one's word stands.
 * 3. Nothing of the past is written anew: an entry that names the other record goes on naming it, and
 *    is read with the name of the person that it is.
 * 4. For thirty days the two can be parted again, the last merge of a record first. What changed
 *    hands goes back; what happened since stays with the record that was kept.
 * 5. Private talks stay with the record in which they were had: no steward's word opens them to
 *    another.
 * 6. Who is erased is erased in all their records, and nothing of them is parted any more.
 */
import { type Change, happen, refuse } from '#kernel/change.ts'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Id } from '#kernel/ids.ts'
import { nameKey, type PersonId } from './names.ts'

export type MergeId = Id<'mrg'>
export const UNDO_DAYS = 30
/** How long a proof that a record is one's own is good for. */
export const PROVEN_MS = DAY

export const undoUntil = (now: Instant): Instant => plus(now, UNDO_DAYS * DAY)

export type Record = {
  id: PersonId
  name: string | null
  email: string | null
  mergedInto: PersonId | null
}

/** Whether two records can become one (laws 1 and 2). */
export function joinRecords(kept: Record | null, other: Record | null): Change {
  if (!kept || !other || kept.name === null || other.name === null) return refuse('record-gone')
  if (kept.id === other.id) return refuse('same-record')
  if (kept.mergedInto !== null || other.mergedInto !== null) return refuse('record-merged')
  return happen('person.merged', { kept: kept.id, other: other.id })
}

export type Merge = {
  id: MergeId
  kept: PersonId
  other: PersonId
  at: Instant
  until: Instant
  parted: Instant | null
}

/** Whether a merge can be undone (law 4); `standing` are the merges that were not parted. */
export function partRecords(
  merge: Merge,
  { standing, erased, now }: { standing: readonly Merge[]; erased: boolean; now: Instant },
): Change {
  if (merge.parted !== null) return refuse('parted-already')
  if (erased) return refuse('record-gone')
  if (now >= merge.until) return refuse('parting-over', { days: UNDO_DAYS })
  const later = standing.some(
    (one) => one.at > merge.at && [one.kept, one.other].includes(merge.kept),
  )
  return later ? refuse('later-merge-first') : happen('person.parted', { merge: merge.id })
}

export type Alike = { persons: [PersonId, PersonId]; by: 'name' | 'mail' }
type Seen = { id: PersonId; name: string; email: string | null }

/** The box that a mail address is of: without what follows a plus, and without dots. */
function boxOf(email: string): string {
  const [box = '', host = ''] = email.toLowerCase().split('@')
  return `${(box.split('+')[0] ?? '').replaceAll('.', '')}@${host}`
}

/** Records that look like one person's: of one name, or of one mail box. Each pair once. */
export function lookAlike(people: readonly Seen[]): Alike[] {
  const pairs = new Map<string, Alike>()
  const first = new Map<string, PersonId>()
  for (const { id, name, email } of people) {
    const keys = [['name', `n ${nameKey(name)}`] as const]
    const all = email ? [['mail', `m ${boxOf(email)}`] as const, ...keys] : keys
    for (const [by, key] of all) {
      const other = first.get(key)
      if (other === undefined) first.set(key, id)
      else if (other !== id && !pairs.has(`${other} ${id}`))
        pairs.set(`${other} ${id}`, { persons: [other, id], by })
    }
  }
  return [...pairs.values()]
}
