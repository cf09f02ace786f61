/** A gathering for a load run: called by one facilitator, open to everybody, begun. */
import type { HallProcess } from './hall.ts'
import { newId } from '#kernel/ids.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { lastSeq } from '#kernel/record.ts'
import { makePerson } from '#slices/people/index.ts'
import { send } from './seats.ts'

export type Stage = {
  gathering: string
  topic: string
  facilitator: { cookie: string; who: string }
  lastSeq(): Promise<number>
}

/** Makes somebody with a session, and their gathering; they come in and begin it. */
export async function setStage({ backstage, origin }: HallProcess): Promise<Stage> {
  const now = backstage.clock.now()
  const name = 'Maren Solheim'
  const { who, token } = await backstage.transact(async (tx) => {
    const person = await makePerson(tx, { name, email: null, locale: null, zone: null, now })
    return {
      who: person,
      token: await openSession(tx, { person, agent: 'a bench', locale: null, now }),
    }
  })
  const facilitator = { who, cookie: `${SESSION_COOKIE}=${token}` }
  const gathering = newId('gth')
  const room = `/api/gatherings/${gathering}/room`
  await send(origin, facilitator, `${room}/enter`, {})
  await send(origin, facilitator, `${room}/begin`, {})
  const topic = `gathering:${gathering}`
  return { gathering, topic, facilitator, lastSeq: () => lastSeq(backstage.db, topic) }
}
