/** The demo: a small believable co-op, with two years behind it, a past, a living and a coming gathering. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { idOf } from '#kernel/ids.ts'
import { setSetting, settingOf } from '#kernel/settings.ts'
import { z } from 'zod'
import { allCircles } from '#slices/circles/index.ts'
import { allPersons, type PersonId } from '#slices/people/index.ts'
import { belonging } from './demo/history/belonging.ts'
import { AGE, liveThrough } from './demo/history/chapter.ts'
import { gave } from './demo/history/gave.ts'
import { held } from './demo/history/held.ts'
import { met } from './demo/history/met.ts'
import { callComing } from './demo/coming.ts'
import { playLiving } from './demo/living.ts'
import { lookBack } from './demo/network.ts'
import { noteCircles } from './demo/notes.ts'
import { playPast } from './demo/past.ts'
import { castDemo } from './demo/people.ts'
import { ruled } from './demo/rules.ts'

const DEMO = 'hall.demo'
const People = z.array(idOf('per', 'a person'))

/** The people that one may be in the demo; empty when this hall is none. */
export async function demoPeople(db: Reader): Promise<PersonId[]> {
  return (await settingOf(db, DEMO, People)) ?? []
}

/** Whether a hall is new: one circle and nobody but who opened it. */
export async function isNew(db: Reader): Promise<boolean> {
  const [people, circles] = await Promise.all([allPersons(db), allCircles(db)])
  return people.length <= 1 && circles.length <= 1
}

export type DemoOptions = {
  /** Who opened the hall; null: Maren is its only steward. */
  steward: PersonId | null
  now: Instant
}

/** Fills a new hall, all or nothing. Answers some of its people: the steward Maren, then members. */
export async function fillDemo(hall: Hall, { steward, now }: DemoOptions): Promise<PersonId[]> {
  return hall.transact(async (tx) => {
    const cast = await castDemo(tx, { steward, now, founded: plus(now, -AGE * DAY) })
    const telling = { tx, cast, now }
    const chapters = [ruled, belonging, met, gave, held].flatMap((tell) => tell(telling))
    await liveThrough(telling, chapters)
    await playPast(tx, cast, now)
    await playLiving(tx, cast, now)
    await callComing(tx, cast, now)
    await noteCircles(tx, cast, now)
    await lookBack(tx, cast, now)
    const people = [cast.id('maren'), cast.id('oisin'), cast.id('lina')]
    await setSetting(tx, DEMO, people)
    return people
  })
}
