/** An application as people see it. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { circleOf, isMember } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { type AtDoor, type Step, stepOf } from '../rules/applying.ts'
import { type Application, type WordRow, wordsTo } from '../store/applications.ts'
import { decidesOn } from '../store/deciding.ts'
import { rulesOf } from '../store/rules.ts'
import { wayOf } from '../store/standing.ts'

/** An application as the rules see it. */
export function asDoor({ state, person, shown_at: shownAt, ...row }: Application): AtDoor {
  return { state, person, shownAt, firstMet: row.first_met_at !== null }
}

const NOTHING = { sponsors: 0, waitDays: 0, decideDays: 14 }

const asWords = (words: readonly WordRow[]) =>
  words.map(({ person, kind, taken_back_at: back }) => ({ person, kind, takenBack: back !== null }))

/** Where an application stands now. */
export async function stepNow(db: Reader, application: Application, now: Instant): Promise<Step> {
  const [way, words] = await Promise.all([wayOf(db, application), wordsTo(db, [application.id])])
  const asked = way?.application ?? NOTHING
  const first = way?.first ?? null
  return stepOf(asDoor(application), { first }, asked, asWords(words), now)
}

export type Seeing = { person: PersonId | null; now: Instant }

async function shownOne(
  db: Reader,
  application: Application,
  words: readonly WordRow[],
  names: ReadonlyMap<string, { name: string }>,
  { person: reader, now }: Seeing,
) {
  const { circle, person } = application
  const [way, rules, around] = await Promise.all([
    wayOf(db, application),
    rulesOf(db, circle, now),
    circleOf(db, circle),
  ])
  const asked = way?.application ?? NOTHING
  const by = way?.application?.decides ?? { kind: 'role' as const, role: 'steward' }
  const own = person === reader
  const open = application.state === 'vouching' || application.state === 'waiting'
  const decides = !own && open && (await decidesOn(db, reader, { circle, by, now }))
  const sponsors = words.filter(({ kind, taken_back_at: back }) => kind === 'vouch' && !back)
  return {
    id: application.id,
    circle,
    circleName: around?.name ?? '',
    class: application.class,
    className: rules.classes.find(({ key }) => key === application.class)?.name ?? '',
    person,
    name: names.get(person)?.name ?? '',
    coop: application.coop,
    state: application.state,
    made: application.made_at,
    step: stepOf(asDoor(application), { first: way?.first ?? null }, asked, asWords(words), now),
    sponsors: sponsors.map((word) => names.get(word.person)?.name ?? ''),
    may: {
      speak: open && !own && (decides || (await isMember(db, reader, circle))),
      decide: decides,
      own,
    },
  }
}

/** Applications with where each stands and what the reader may do. */
export async function shownAll(db: Reader, applications: readonly Application[], who: Seeing) {
  const words = await wordsTo(
    db,
    applications.map(({ id }) => id),
  )
  const names = await namesOf(db, [
    ...applications.map(({ person }) => person),
    ...words.map(({ person }) => person),
  ])
  return Promise.all(
    applications.map((one) =>
      shownOne(
        db,
        one,
        words.filter(({ application }) => application === one.id),
        names,
        who,
      ),
    ),
  )
}
