/**
 * The comments of an export in the order in which they are brought: what answers stands behind what it
 * answers. A comment that answers one that is not there, or itself by way of others, answers nobody.
 */
import { sql } from 'kysely'
import type { Transaction } from '#kernel/database.ts'
import { type Bringing, ORIGIN } from './known.ts'
import type { Root } from './talks.ts'

/**
 * One row a comment; of one that is there twice the last. `here`: what it is here by now. Older exports
 * name no kind of parent: there a parent is a comment, and no parent the discussion.
 */
async function gather({ tx, circle }: Bringing): Promise<void> {
  await sql`create temporary table loomio_said on commit drop as
    select distinct on (c.id) c.id, c.nr, coalesce(c.record->>'created_at', '') as at,
      case when c.record->>'parent_type' <> '' then c.record->>'parent_type'
        when c.record->>'parent_id' is null then 'Discussion' else 'Comment' end as kind,
      coalesce(c.record->>'parent_id', c.record->>'discussion_id') as parent,
      c.record->>'discussion_id' as talk, (c.record->>'discarded_at') is not null as gone,
      k.id as here, false as fresh
    from pg_temp.loomio c
    left join imported k on k.circle = ${circle} and k.origin = ${ORIGIN} and k.what = 'comment'
      and k.key = c.id
    where c.tab = 'comments' order by c.id, c.nr desc`.execute(tx)
  await sql`create unique index on pg_temp.loomio_said (id)`.execute(tx)
  await sql`create index on pg_temp.loomio_said (parent) where kind = 'Comment'`.execute(tx)
  await sql`analyze pg_temp.loomio_said`.execute(tx)
}

/** All that hangs on something that is no comment, each with its root. */
async function hang(tx: Transaction): Promise<void> {
  await sql`drop table if exists pg_temp.loomio_line`.execute(tx)
  await sql`create temporary table loomio_line on commit drop as
    with recursive line as (
      select id, nr, at, kind, coalesce(parent, '') as root, gone, null::text as answers, 0 as depth
      from pg_temp.loomio_said where kind <> 'Comment'
      union all
      select s.id, s.nr, greatest(s.at, l.at), l.kind, l.root, s.gone,
        case when l.gone then l.answers else l.id end, l.depth + 1
      from line l join pg_temp.loomio_said s on s.kind = 'Comment' and s.parent = l.id)
    select *, row_number() over (partition by kind, root order by at, depth, nr) as place
    from line`.execute(tx)
  await sql`create index on pg_temp.loomio_line (kind, root, place)`.execute(tx)
  await sql`create index on pg_temp.loomio_line (id)`.execute(tx)
  await sql`analyze pg_temp.loomio_line`.execute(tx)
}

type Loose = { id: string; parent: string; at: string }

/** Of each ring the earliest, and whatever answers a comment that is not in the file. */
function cutAt(loose: readonly Loose[]): { rings: string[]; orphans: string[] } {
  const all = new Map(loose.map((one) => [one.id, one]))
  const orphans = loose.filter(({ parent }) => !all.has(parent)).map(({ id }) => id)
  const seen = new Map<string, string>()
  const rings: string[] = []
  for (const { id: from } of loose) {
    let at = all.get(from)
    while (at && !seen.has(at.id)) {
      seen.set(at.id, from)
      at = all.get(at.parent)
    }
    if (!at || seen.get(at.id) !== from) continue
    let first = at
    for (let one = all.get(at.parent); one && one !== at; one = all.get(one.parent))
      if (one.at < first.at) first = one
    rings.push(first.id)
  }
  return { rings, orphans }
}

/** Hangs what was cut where the export says that it was said. */
async function cut(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`update pg_temp.loomio_said s set
      kind = case when s.talk is null then 'Topic' else 'Discussion' end,
      parent = coalesce(s.talk, (select i.record->>'topic_id' from pg_temp.loomio i
        where i.tab = 'topic_items' and i.under = s.id and i.record->>'itemable_type' = 'Comment'
        limit 1))
    where s.id = any(${[...ids]})`.execute(tx)
}

/** Lays all comments in line; answers those that were cut because they went round in a ring. */
export async function layInLine(bringing: Bringing): Promise<string[]> {
  const { tx } = bringing
  await gather(bringing)
  await hang(tx)
  const { rows } = await sql<Loose>`select id, parent, at from pg_temp.loomio_said s
    where kind = 'Comment' and not exists (select 1 from pg_temp.loomio_line l where l.id = s.id)
    order by at, nr`.execute(tx)
  if (rows.length === 0) return []
  const { rings, orphans } = cutAt(rows)
  await cut(tx, [...rings, ...orphans])
  await hang(tx)
  return rings
}

/** What comments hang on, with how many are not here yet and how many are. */
export async function rootsOf(
  tx: Transaction,
): Promise<(Root & { fresh: number; already: number })[]> {
  const { rows } = await sql<Root & { fresh: number; already: number }>`
    select l.kind, l.root as id, count(*) filter (where s.here is null)::int as fresh,
      count(s.here)::int as already
    from pg_temp.loomio_line l join pg_temp.loomio_said s using (id)
    group by l.kind, l.root order by min(l.at), min(l.nr)`.execute(tx)
  return rows
}

export type Lying = {
  id: string
  place: string
  gone: boolean
  answers: string | null
  /** What it is here, and what that which it answers is. */
  here: string | null
  answered: string | null
  record: unknown
}

/** The next so many that hang on something, behind a place. */
export async function nextInLine(
  tx: Transaction,
  { kind, id }: Root,
  after: string,
  most: number,
): Promise<Lying[]> {
  const { rows } = await sql<Lying>`
    select l.id, l.place, l.gone, l.answers, s.here, a.here as answered, c.record
    from pg_temp.loomio_line l
    join pg_temp.loomio_said s on s.id = l.id
    join pg_temp.loomio c on c.nr = l.nr
    left join pg_temp.loomio_said a on a.id = l.answers
    where l.kind = ${kind} and l.root = ${id} and l.place > ${after}
    order by l.place limit ${most}`.execute(tx)
  return rows
}

/** What these are here from now on. */
export async function lieHere(
  tx: Transaction,
  all: readonly { key: string; id: string }[],
): Promise<void> {
  await sql`update pg_temp.loomio_said s set here = n.here, fresh = true
    from unnest(${all.map(({ key }) => key)}::text[], ${all.map(({ id }) => id)}::text[])
      as n (id, here) where s.id = n.id`.execute(tx)
}
