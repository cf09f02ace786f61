/** An application as people see it. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { circleOf, isMember } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import { type Application, type WordRow, wordsTo } from '../store/applications.ts'
import { stepFor } from '../store/steps.ts'
import { decidesOn } from '../store/deciding.ts'
import { rulesOf } from '../store/rules.ts'
import { wayOf } from '../store/standing.ts'
import { isVotedOn, type Say } from '#slices/constitutions/index.ts'
import type { Caller } from '#kernel/session.ts'
import { wordsIn } from '#kernel/words.ts'
import { firstShown } from './first.ts'

export type Seeing = { person: PersonId | null; now: Instant; say: Say }

async function shownOne(
  db: Reader,
  application: Application,
  words: readonly WordRow[],
  names: ReadonlyMap<string, { name: string }>,
  { person: reader, now, say }: Seeing,
) {
  const { circle, person } = application
  const [way, rules, around] = await Promise.all([
    wayOf(db, application),
    rulesOf(db, circle, now),
    circleOf(db, circle),
  ])
  const by = way?.application?.decides ?? { kind: 'role' as const, role: 'steward' }
  const { step, gift } = await stepFor(db, application, { way, words, now })
  const own = person === reader
  const open = application.state === 'vouching' || application.state === 'waiting'
  const decides = !own && open && (await decidesOn(db, reader, { circle, by, now }))
  const voted =
    decides && (await isVotedOn(db, { circle, about: 'application', ref: application.id }))
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
    step: { ...step, first: firstShown(gift, say) },
    sponsors: sponsors.map((word) => names.get(word.person)?.name ?? ''),
    may: {
      speak: open && !own && (decides || (await isMember(db, reader, circle))),
      decide: decides && !voted,
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

/** Who reads, when, in which words. */
export const seeing = ({ person, locale }: Caller, now: Instant): Seeing => ({
  person,
  now,
  say: wordsIn(locale).say,
})
