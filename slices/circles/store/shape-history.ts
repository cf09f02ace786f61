/** What became of circles, as the record tells it. */
import { sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import type { CircleId } from '../rules.ts'
import { reading } from './tables.ts'

const MOST = 100
const KINDS = [
  'circle.made',
  'circle.moved',
  'circle.merged',
  'circle.split',
  'circle.rested',
  'circle.woke',
  'circle.closed',
]

type Row = { at: Instant; actor: string | null; kind: string; circle: string; data: object }

/** The entries of a circle, and of those that stood within it at any time; the latest first. */
export async function shapeEntries(db: Reader, circle: CircleId): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.at, r.actor, r.kind, substr(r.topic, 8) as circle, coalesce(r.stands, r.data, '{}') as data
    from record r
    where r.kind = any(${KINDS}) and r.topic in (
      select 'circle:' || ${circle}
      union select 'circle:' || h.circle from circle_history h where h.parent = ${circle})
    order by r.at desc, r.id desc limit ${MOST}`.execute(db)
  return rows
}

type Data = {
  from?: string | null
  to?: string | null
  into?: string
  parent?: string | null
  reason?: string
}

/** One entry in a sentence; null for what another entry tells as well. */
function sentence({ kind, circle, data }: Row, name: (id: string) => string, words: Words) {
  const { from, to, into, parent, reason }: Data = data
  const values = {
    circle: name(circle),
    from: name(from ?? ''),
    to: name(to ?? ''),
    into: name(into ?? ''),
  }
  switch (kind) {
    case 'circle.made':
      return parent
        ? words.say(
            /*i18n*/ { id: 'circles.was-made', message: '{circle} was made, within {parent}.' },
            { circle: values.circle, parent: name(parent) },
          )
        : words.say(
            /*i18n*/ { id: 'circles.was-founded', message: '{circle} was founded.' },
            values,
          )
    case 'circle.moved':
      return words.say(
        /*i18n*/ { id: 'circles.was-moved', message: '{circle} was moved from {from} to {to}.' },
        values,
      )
    case 'circle.merged':
      return words.say(
        /*i18n*/ { id: 'circles.was-merged', message: '{from} was merged into {circle}.' },
        values,
      )
    case 'circle.split':
      return words.say(
        /*i18n*/ { id: 'circles.was-split', message: '{into} was split off from {circle}.' },
        values,
      )
    case 'circle.rested':
      return words.say(/*i18n*/ { id: 'circles.rested', message: '{circle} rests.' }, values)
    case 'circle.woke':
      return words.say(/*i18n*/ { id: 'circles.woke', message: '{circle} is awake again.' }, values)
    default:
      return reason === 'merged'
        ? words.say(
            /*i18n*/ {
              id: 'circles.merged-away',
              message: '{circle} is part of another circle now.',
            },
            values,
          )
        : words.say(/*i18n*/ { id: 'circles.was-closed', message: '{circle} was closed.' }, values)
  }
}

/** The history in sentences, with who did it by id. */
export async function shapeTold(db: Reader, circle: CircleId, words: Words) {
  const [entries, circles] = await Promise.all([
    shapeEntries(db, circle),
    reading(db).selectFrom('circles').select(['id', 'name']).execute(),
  ])
  const names = new Map<string, string>(circles.map(({ id, name }) => [id, name]))
  return entries.map((entry) => ({
    at: entry.at,
    actor: entry.actor,
    says: sentence(entry, (id) => names.get(id) ?? '–', words),
    closed: entry.kind === 'circle.closed',
  }))
}
