/** People for stories: a co-op that stands, and somebody signed in. */
import { LOCALE_COOKIE, openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { plain } from '#kernel/text.ts'
import type { CircleId, Role } from '#slices/circles/index.ts'
import { foundCoop, giveRole, joinCircle } from '#slices/circles/index.ts'
import { makePerson, type PersonId } from '#slices/people/index.ts'
import type { Browser } from './browser.ts'
import type { TestHall } from './hall.ts'

export type Somebody = { id: PersonId; name: string; email: string; browser: Browser }
type Belonging = { circles?: readonly CircleId[]; roles?: readonly [CircleId, Role][] }

const addressOf = (name: string) =>
  `${plain(name).replaceAll(/[^\p{L}\d]+/gu, '.')}@example.org`.replaceAll(/[^\w.@-]/g, 'x')

/** Makes a person, a member of these circles, and signs them in with a browser of their own. */
export async function somebody(
  hall: TestHall,
  name: string,
  { circles = [], roles = [] }: Belonging = {},
): Promise<Somebody> {
  const now = hall.clock.now()
  const email = addressOf(name)
  const browser = hall.browser()
  const { id, token } = await hall.hall.transact(async (tx) => {
    const person = await makePerson(tx, { name, email, locale: 'en', zone: null, now })
    for (const circle of circles) await joinCircle(tx, circle, person, { by: null, now })
    for (const [circle, role] of roles)
      await giveRole(tx, { circle, person, role }, { by: null, now })
    return {
      id: person,
      token: await openSession(tx, { person, agent: 'story', locale: 'en', now }),
    }
  })
  browser.cookies.set(SESSION_COOKIE, token)
  browser.cookies.set(LOCALE_COOKIE, 'en')
  return { id, name, email, browser }
}

/** Founds a co-op, Quillmarsh Commons in Amsterdam, with Maren Solheim as its steward. */
export async function foundedHall(
  hall: TestHall,
  name = 'Quillmarsh Commons',
): Promise<{ coop: CircleId; maren: Somebody }> {
  const now = hall.clock.now()
  const coop = await hall.hall.transact((tx) =>
    foundCoop(tx, { name, zone: 'Europe/Amsterdam' }, { by: null, now }),
  )
  const maren = await somebody(hall, 'Maren Solheim', {
    circles: [coop],
    roles: [[coop, 'steward']],
  })
  return { coop, maren }
}

/** Signs people in anew, as after a time in which their sessions ended. */
export async function signInAgain(hall: TestHall, ...people: Somebody[]): Promise<void> {
  const now = hall.clock.now()
  for (const { id: person, browser } of people) {
    const signing = { person, agent: 'story', locale: 'en', now } as const
    const token = await hall.hall.transact((tx) => openSession(tx, signing))
    browser.cookies.set(SESSION_COOKIE, token)
  }
}
