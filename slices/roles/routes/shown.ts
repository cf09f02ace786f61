/** Terms as they are shown. */
import type { Output } from '#kernel/operation.ts'
import { type Name, namesOf } from '#slices/people/index.ts'
import type { readTerm } from '../api/roles.ts'
import type { TermRow } from '../store/terms.ts'
import type { Wish } from '../store/wishes.ts'

export type Names = Awaited<ReturnType<typeof namesOf>>
export type ShownTerm = Omit<Output<typeof readTerm>, 'handover'>

export function nameIn(names: ReadonlyMap<string, Name>, who: string): string {
  return names.get(who)?.name ?? ''
}

export function shownTerm(row: TermRow, names: Names, wishes: readonly Wish[]): ShownTerm {
  const { id, role, person, deputy, from, until, filled, result, reason } = row
  return {
    term: id,
    role,
    person,
    name: nameIn(names, person),
    deputy,
    from,
    until,
    began: row.began_at !== null,
    ended: row.ended_at,
    why: row.ended_why,
    reason,
    filled,
    result,
    wantsToHandOn: wishes.some(
      (wish) => wish.wish === 'hand-on' && wish.role === role && wish.person === person,
    ),
  }
}
