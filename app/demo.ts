/** `npm start -- --demo`: a new hall is filled with the demo, and one may come in as its people. */
import type { Hall } from '#kernel/hall.ts'
import { demoPeople, fillDemo, isNew } from '#slices/hall/index.ts'
import { makeWayBack, namesOf, type PersonId } from '#slices/people/index.ts'

async function linkFor(hall: Hall, person: PersonId): Promise<string> {
  const now = hall.clock.now()
  const { token } = await hall.transact((tx) => makeWayBack(tx, { person, by: null, now }))
  return `${hall.config.origin}/link#${token}`
}

/** Fills the hall if it is new. Answers what to say in the terminal: links to come in as somebody. */
export async function openDemo(hall: Hall): Promise<string[]> {
  const fresh = await isNew(hall.db)
  const people = fresh
    ? await fillDemo(hall, { steward: null, now: hall.clock.now() })
    : await demoPeople(hall.db)
  if (people.length === 0)
    return [
      'This hall is in use, so no demo was put into it. For one: DATA=./demo npm start -- --demo',
    ]
  const names = await namesOf(hall.db, people)
  const links = people.map(async (person) => [
    `  ${names.get(person)?.name ?? ''}`,
    `    ${await linkFor(hall, person)}`,
  ])
  const lines = (await Promise.all(links)).flat()
  return ['', 'This is a demo. Come in as (each link works once, for a day):', ...lines, '']
}
