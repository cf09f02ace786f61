/** Two records of one person become one: applications, words at the door, notices, cases. */
import { sql } from 'kysely'
import type { Reader } from '#kernel/database.ts'
import { countOwned } from '#kernel/handing-over.ts'
import type { Foretold, Pair, Telling } from '#slices/people/index.ts'
import { reading } from './tables.ts'

const single = sql`t.kind in ('vouch', 'objection', 'consent')`
const WORDS = { table: 'application_words', column: 'person', key: ['id'] }
const APPLICATIONS = { table: 'applications', column: 'person', key: ['id'] }

export const OWNED = [
  APPLICATIONS,
  { ...WORDS, once: ['application', 'kind'], open: 'taken_back_at', where: single },
  WORDS,
  { table: 'departures', column: 'person', key: ['circle'], once: ['circle'] },
  { table: 'exclusions', column: 'member', key: ['id'] },
  { table: 'exclusion_voices', column: 'person', key: ['exclusion'], once: ['exclusion'] },
  { table: 'pause_wishes', column: 'person', key: ['circle'], once: ['circle'] },
  { table: 'endings', column: 'member', key: ['id'] },
  { table: 'rules_letters', column: 'member', key: ['version'], once: ['version'] },
  { table: 'exclusion_voices', column: 'person', key: ['exclusion'], once: ['exclusion'] },
  { table: 'pause_wishes', column: 'person', key: ['circle'], once: ['circle'] },
  { table: 'endings', column: 'member', key: ['id'] },
  { table: 'rules_letters', column: 'member', key: ['version'], once: ['version'] },
]

const open = ['vouching', 'waiting'] as const

/** Whether both ask the same circle for themselves, or one has a word on what the other asks. */
async function atTheDoor(db: Reader, { kept, other }: Pair): Promise<boolean> {
  const both = [kept, other]
  const asked = await reading(db)
    .selectFrom('applications')
    .select(['id', 'circle', 'person', 'coop'])
    .where('person', 'in', both)
    .where('state', 'in', open)
    .execute()
  if (asked.length === 0) return false
  const circles = asked.map(({ circle, coop }) => `${circle} ${coop?.name ?? ''}`)
  if (new Set(circles).size < circles.length) return true
  const ids = asked.map(({ id }) => id)
  const said = await reading(db)
    .selectFrom('application_words')
    .select(['application', 'person'])
    .where('application', 'in', ids)
    .where('person', 'in', both)
    .where('kind', 'in', ['vouch', 'objection', 'consent'])
    .where('taken_back_at', 'is', null)
    .execute()
  return said.some(
    ({ application, person }) => asked.find(({ id }) => id === application)?.person !== person,
  )
}

/** Cases about either that wait for a decision. */
async function openCases(db: Reader, { kept, other }: Pair): Promise<number> {
  const where = sql`(t.outcome is null
    or (t.outcome = 'out' and t.appealed_at is not null and t.appeal_outcome is null))`
  const cases = { table: 'exclusions', column: 'member', where }
  return (await countOwned(db, cases, kept)) + (await countOwned(db, cases, other))
}

export async function foretellDoor(db: Reader, pair: Pair, { words }: Telling): Promise<Foretold> {
  const waiting = { ...APPLICATIONS, where: sql`t.state in ('vouching', 'waiting')` }
  const [asks, clash, cases] = await Promise.all([
    countOwned(db, waiting, pair.other),
    atTheDoor(db, pair),
    openCases(db, pair),
  ])
  const says = words.say(
    /*i18n*/ {
      id: 'membrane.merge-asks',
      message:
        '{asks, plural, one {The open application of the other record goes on} other {The # open applications of the other record go on}} in the name of the kept one.',
    },
    { asks },
  )
  const twice = words.say(
    /*i18n*/ {
      id: 'membrane.merge-twice',
      message:
        'Both have a part in one open application. Let one of them withdraw what it asked or said there first.',
    },
  )
  const judged = words.say(
    /*i18n*/ {
      id: 'membrane.merge-judged',
      message:
        'Whether one of them stays a member is being decided. Wait until that is decided, appeal included.',
    },
  )
  return {
    says: asks > 0 ? [says] : [],
    stops: [...(clash ? [twice] : []), ...(cases > 0 ? [judged] : [])],
  }
}
