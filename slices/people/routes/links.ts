/** One-time links: an invitation that came by mail, a way back from a steward. */
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { endSessions } from '#kernel/session.ts'
import type { Transaction } from '#kernel/database.ts'
import { readLink, takeLink } from '../api/sign-in.ts'
import type { PersonId } from '../rules/names.ts'
import { holdLink, linkOf, takeLink as takeIn } from '../store/invitations.ts'
import { makePerson, personAt, personOf } from '../store/persons.ts'
import { browserIn, enter, welcome } from './entrance.ts'

type Link = NonNullable<Awaited<ReturnType<typeof linkOf>>>

async function ownerOf(db: Call['db'], link: Link) {
  if (link.person) return personOf(db, link.person)
  return link.email ? personAt(db, link.email) : null
}

/** The link came by mail, so whoever takes an invitation has shown that the address is theirs. */
async function arrive(
  tx: Transaction,
  link: Link,
  { call, name }: { call: Call; name: string | undefined },
): Promise<{ person: PersonId; fresh: boolean }> {
  const owner = await ownerOf(tx, link)
  if (owner) return { person: owner.id, fresh: false }
  if (link.kind === 'way-back') throw new Refused('link-over')
  const called = name ?? link.name
  if (!called) throw new Refused('own-name-needed')
  const { caller, now } = call
  const { email } = link
  const locale = caller.locale
  return {
    person: await makePerson(tx, { name: called, email, locale, zone: null, now }),
    fresh: true,
  }
}

export const linkServings = [
  serve(readLink, async ({ db, body, now }) => {
    const link = await linkOf(db, body.token, now)
    if (!link) throw new Refused('link-over')
    const owner = await ownerOf(db, link)
    const by = link.by ? await personOf(db, link.by) : null
    return {
      kind: link.kind,
      name: owner?.name ?? link.name,
      by: by?.name ?? null,
      known: owner !== null,
      ends: link.expires_at,
    }
  }),
  serve(takeLink, async (call) => {
    const { body, now, hall } = call
    const browser = browserIn(call)
    const { entered, ended } = await hall.transact(async (tx) => {
      const link = await holdLink(tx, body.token, now)
      if (!link) throw new Refused('link-over')
      const came = await arrive(tx, link, { call, name: body.name })
      if (!(await takeIn(tx, { id: link.id, person: came.person, now })))
        throw new Refused('link-over')
      const back = link.kind === 'way-back'
      const gone = back ? await endSessions(tx, { person: came.person }) : []
      return { entered: await enter(tx, call, { ...came, browser }), ended: gone }
    })
    for (const session of ended) hall.live.expel({ session })
    return welcome(call, entered, browser)
  }),
]
