/** What a merge of two records would do to memberships, roles and voices, in sentences. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import type { Foretold, Pair, PersonId, Telling } from '#slices/people/index.ts'
import { coop } from './circles.ts'
import { piecesOf, rowsOf, type Stretch } from './merging.ts'
import { classesOf } from './ports.ts'
import { reading } from './tables.ts'

type Names = { circle(id: string): string; kind(row: Stretch): string; day(at: Instant): string }

async function namesFor(db: Reader, rows: Stretch[], { words, now }: Telling): Promise<Names> {
  const circles = await reading(db).selectFrom('circles').select(['id', 'name']).execute()
  const called = new Map<string, string>(circles.map(({ id, name }) => [id, name]))
  const kinds = new Map<string, string>()
  for (const circle of new Set(rows.map((row) => row.circle)))
    for (const { key, name } of await classesOf(db, circle, now))
      kinds.set(`${circle} ${key}`, name)
  const tag = words.locale === 'en' ? 'en-GB' : words.locale
  const timeZone = (await coop(db))?.zone ?? 'UTC'
  const long = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const member = words.say(/*i18n*/ { id: 'circles.class-plain', message: 'Members' })
  return {
    circle: (id) => called.get(id) ?? id,
    kind: ({ circle, class: key }) =>
      kinds.get(`${circle} ${key}`) ?? (key === 'member' ? member : key),
    day: (at) => long.format(new Date(at)),
  }
}

/** "Harbour: in the class Producers since 3 March 2026." */
function aboutOf(rows: Stretch[], names: Names, words: Words): string[] {
  return rows.map((row) => {
    const values = {
      circle: names.circle(row.circle),
      class: names.kind(row),
      from: names.day(row.from),
      until: row.until === null ? '' : names.day(row.until),
    }
    return row.until === null
      ? words.say(
          /*i18n*/ {
            id: 'circles.about-inside',
            message: '{circle}: in the class “{class}” since {from}',
          },
          values,
        )
      : words.say(
          /*i18n*/ {
            id: 'circles.about-was-inside',
            message: '{circle}: in the class “{class}” from {from} until {until}',
          },
          values,
        )
  })
}

function pieceSays(piece: Stretch, names: Names, words: Words): string {
  const values = {
    circle: names.circle(piece.circle),
    class: names.kind(piece),
    from: names.day(piece.from),
    until: piece.until === null ? '' : names.day(piece.until),
  }
  return piece.until === null
    ? words.say(
        /*i18n*/ {
          id: 'circles.merge-joins',
          message:
            'The kept record will be a member of {circle}, in the class “{class}”, as the other has been since {from}.',
        },
        values,
      )
    : words.say(
        /*i18n*/ {
          id: 'circles.merge-past',
          message:
            'The history of the kept record in {circle} will have the class “{class}” from {from} until {until}.',
        },
        values,
      )
}

/** In circles where both are members now: one of the two classes stands. */
function doublesSay(kept: Stretch[], other: Stretch[], names: Names, words: Words): string[] {
  return other.flatMap((row) => {
    const stands = kept.find((one) => one.circle === row.circle && one.until === null)
    if (row.until !== null || !stands) return []
    const values = {
      circle: names.circle(row.circle),
      class: names.kind(stands),
      other: names.kind(row),
    }
    return [
      stands.class === row.class
        ? words.say(
            /*i18n*/ {
              id: 'circles.merge-once',
              message: 'Both are members of {circle}; the person will count there once.',
            },
            values,
          )
        : words.say(
            /*i18n*/ {
              id: 'circles.merge-one-class',
              message:
                'Both are members of {circle}; the person will be there once, in the class “{class}” and not in “{other}”.',
            },
            values,
          ),
    ]
  })
}

async function rolesSay(db: Reader, { kept, other }: Pair, names: Names, words: Words) {
  const of = (person: PersonId) =>
    reading(db)
      .selectFrom('roles')
      .select(['circle', 'role'])
      .where('person', '=', person)
      .where('until', 'is', null)
      .execute()
  const [mine, theirs] = [await of(kept), await of(other)]
  return theirs
    .filter(({ circle, role }) => !mine.some((one) => one.circle === circle && one.role === role))
    .map(({ circle, role }) =>
      words.say(
        /*i18n*/ {
          id: 'circles.merge-role',
          message:
            'The kept record will be {role, select, steward {a steward} facilitator {a facilitator} other {a caller of gatherings}} in {circle}.',
        },
        { role, circle: names.circle(circle) },
      ),
    )
}

async function voicesSay(db: Reader, { other }: Pair, names: Names, words: Words) {
  const sent = await reading(db)
    .selectFrom('delegates')
    .select(['circle', 'body'])
    .where('person', '=', other)
    .where('until', 'is', null)
    .execute()
  return sent.map(({ circle, body }) =>
    words.say(
      /*i18n*/ {
        id: 'circles.merge-voice',
        message: 'The person will speak for {body} in {circle}, once.',
      },
      { circle: names.circle(circle), body: names.circle(body) },
    ),
  )
}

export async function foretellMemberships(
  db: Reader,
  pair: Pair,
  telling: Telling,
): Promise<Foretold> {
  const [kept, other] = [await rowsOf(db, pair.kept), await rowsOf(db, pair.other)]
  const { words } = telling
  const names = await namesFor(db, [...kept, ...other], telling)
  return {
    about: { kept: aboutOf(kept, names, words), other: aboutOf(other, names, words) },
    says: [
      ...doublesSay(kept, other, names, words),
      ...piecesOf(kept, other).map((piece) => pieceSays(piece, names, words)),
      ...(await rolesSay(db, pair, names, words)),
      ...(await voicesSay(db, pair, names, words)),
    ],
  }
}
