/** The decisions of a circle, a page at a time. */
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { State } from '../rules/life/life.ts'
import { withTitles } from './decisions.ts'
import type { Decision, DecisionId } from './tables.ts'

export type Listed = Decision & { title: string }
export const PAGE = 20

/** The decisions of a circle; drafts only those of `draftsOf` (all of them where it is 'all'). */
export async function decisionsIn(
  db: Reader,
  circle: CircleId,
  {
    states,
    after,
    draftsOf,
  }: { states: readonly State[]; after: DecisionId | null; draftsOf: PersonId | 'all' | null },
): Promise<Listed[]> {
  const query = withTitles(db)
    .selectAll('decisions')
    .select('title')
    .where('circle', '=', circle)
    .where('amends', '=', false)
    .where('state', 'in', [...states])
    .orderBy('decisions.id', 'desc')
    .limit(PAGE + 1)
  const seen =
    draftsOf === 'all'
      ? query
      : query.where((eb) =>
          eb.or([
            eb('state', '<>', 'draft'),
            ...(draftsOf === null ? [] : [eb('made_by', '=', draftsOf)]),
          ]),
        )
  return (after ? seen.where('decisions.id', '<', after) : seen).execute()
}
