/** What stewards see and do about people. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { listPeople, makeWayBack } from '../api/others.ts'
import { makeWayBack as makeLink } from '../store/invitations.ts'
import { allPersons, personOf } from '../store/persons.ts'
import { hallName, wayBackLetter } from './letters.ts'
import { meIn } from './oneself.ts'

const WAY_BACK_HOURS = 24

export const otherServings = [
  serve(listPeople, async ({ db }) => {
    const people = await allPersons(db)
    return {
      people: people.map(({ id, name, email, seenAt: seen }) => ({ id, name, email, seen })),
    }
  }),
  serve(makeWayBack, async (call) => {
    const steward = await meIn(call)
    const { hall, params, now, caller } = call
    const person = await personOf(call.db, params.person)
    if (!person) throw new Refused('not-found')
    const { token } = await hall.transact(async (tx) => {
      const made = await makeLink(tx, { person: person.id, by: steward.id, now })
      if (person.email) {
        const to = { name: person.name, address: person.email }
        const letter = { to, hall: await hallName(tx), origin: hall.config.origin }
        const locale = person.locale ?? caller.locale
        await hall.mail.send(tx, wayBackLetter({ ...letter, locale }, steward.name))
      }
      return made
    })
    return { link: `${hall.config.origin}/link#${token}`, hours: WAY_BACK_HOURS }
  }),
]
