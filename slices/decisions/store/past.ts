/** What was decided in a circle, as it was published at the close. */
import { sql } from 'kysely'
import { refuse } from '#kernel/change.ts'
import type { Reader } from '#kernel/database.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { Published } from '../rules/count/published.ts'
import type { Instead } from '../rules/replay/other-rules.ts'
import { type Replayed, replay } from '../rules/replay/replay.ts'
import { withTitles } from './decisions.ts'
import { type DecisionId, reading } from './tables.ts'

/** A decided decision, and about how many bytes its publication takes. */
export type Past = { id: DecisionId; title: string; kind: string; closed: string; bytes: number }

/** How many decisions of a circle were counted and not called void. */
export async function countPast(db: Reader, circle: CircleId): Promise<number> {
  const { count } = await reading(db)
    .selectFrom('decisions')
    .innerJoin('decision_counts', 'decision_counts.decision', 'decisions.id')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('circle', '=', circle)
    .where('state', '=', 'counted')
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Which = { circle: CircleId; after: DecisionId | null; most: number } | { decision: DecisionId }

/** Those of a circle, the newest first, after one of them; or one alone. */
export async function pastDecisions(db: Reader, which: Which): Promise<Past[]> {
  const query = withTitles(db)
    .innerJoin('decision_counts', 'decision_counts.decision', 'decisions.id')
    .select(['decisions.id', 'title', 'ruling', 'decisions.kind', 'closes_at'])
    .select(sql<number>`pg_column_size(publication)`.as('bytes'))
    .where('state', '=', 'counted')
    .orderBy('decisions.id', 'desc')
  const chosen =
    'decision' in which
      ? query.where('decisions.id', '=', which.decision)
      : (which.after ? query.where('decisions.id', '<', which.after) : query)
          .where('circle', '=', which.circle)
          .limit(which.most)
  const rows = await chosen.execute()
  return rows.map(({ id, title, ruling, kind, closes_at: closed, bytes }) => ({
    id,
    title,
    kind: ruling?.kind.name ?? kind,
    closed: closed ?? '',
    bytes,
  }))
}

/** What became of one; a publication that can't be read is not told. */
export type Retold = { id: DecisionId; options: string[]; told: Replayed }

function retold(id: DecisionId, publication: unknown, instead: Instead): Retold {
  const read = Published.safeParse(publication)
  if (read.success) return { id, options: read.data.options, told: replay(read.data, instead) }
  const before = { outcome: 'failed' as const, elected: [] }
  return { id, options: [], told: { before, untold: refuse('publication-unread') } }
}

/** Counts decisions again, one after the other, from what is stored of each. */
export async function replayStored(
  db: Reader,
  ids: readonly DecisionId[],
  instead: Instead,
): Promise<Retold[]> {
  if (ids.length === 0) return []
  const rows = await reading(db)
    .selectFrom('decision_counts')
    .select(['decision', 'publication'])
    .where('decision', 'in', [...ids])
    .execute()
  return rows.map(({ decision, publication }) => retold(decision, publication, instead))
}
