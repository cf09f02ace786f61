/** `moothall steward-link`, and the link that a new hall says at its start. */
import { parseArgs } from 'node:util'
import type { Hall } from '#kernel/hall.ts'
import type { Command } from '#kernel/slice.ts'
import { StartError, UsageError } from '#kernel/start-error.ts'
import { coop, stewardsOf } from '#slices/circles/index.ts'
import { makeWayBack, personAt, type PersonId, personOf } from '#slices/people/index.ts'
import { newOpening } from './store/opening.ts'

async function openingLink(hall: Hall): Promise<string> {
  const token = await hall.transact((tx) => newOpening(tx))
  return `${hall.config.origin}/opening#${token}`
}

/** At the start: the link with which a hall that nobody has opened yet is opened. */
export async function announce(hall: Hall): Promise<string[]> {
  if (await coop(hall.db)) return []
  return ['', 'Nobody has opened this hall yet. This link does, once:', await openingLink(hall), '']
}

/** A one-time link with which somebody comes in without mail; good for a day. */
export async function wayInFor(hall: Hall, person: PersonId): Promise<string> {
  const now = hall.clock.now()
  const { token } = await hall.transact((tx) => makeWayBack(tx, { person, by: null, now }))
  return `${hall.config.origin}/link#${token}`
}

async function stewardNamed(hall: Hall, email: string | undefined): Promise<PersonId> {
  const stewards = await stewardsOf(hall.db)
  const [first] = stewards
  if (!email && first) return first
  const person = email ? await personAt(hall.db, email.toLowerCase()) : null
  if (!person || !stewards.includes(person.id))
    throw new StartError(`No steward has the address ${email ?? '(none)'}.`)
  return person.id
}

export const stewardLink: Command = {
  name: 'steward-link',
  usage: '[MAIL]',
  summary:
    'Prints a one-time link: to open a hall that is new, or for a steward (the first, or the one with this address) to come in.',
  async run({ args, open, print }) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const [email, ...more] = positionals
    if (more.length > 0) throw new UsageError('Name one mail address, or none.')
    const hall = await open()
    if (!(await coop(hall.db))) {
      print('Whoever opens this link names the hall and is its first steward:')
      print(await openingLink(hall))
      return 0
    }
    const person = await stewardNamed(hall, email)
    const name = (await personOf(hall.db, person))?.name ?? ''
    print(`With this link ${name} comes in, once, within a day; all their other sessions end:`)
    print(await wayInFor(hall, person))
    return 0
  },
}
