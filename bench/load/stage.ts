/** A gathering for a load run: called by one facilitator, open to everybody, begun. */
import { HOUR, MINUTE, plus } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Id } from '#kernel/ids.ts'
import { lastSeq } from '#kernel/record.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { makeGathering, Plan } from '#slices/gatherings/index.ts'
import { makePerson } from '#slices/people/index.ts'
import type { HallProcess } from './hall.ts'
import { send } from './seats.ts'

export type Stage = {
  gathering: string
  topic: string
  facilitator: { cookie: string; who: Id<'per'> }
  lastSeq(): Promise<number>
}

/** Makes somebody with a session. */
export async function makeFacilitator(hall: Hall): Promise<Stage['facilitator']> {
  const now = hall.clock.now()
  const given = { name: 'Maren Solheim', email: null, locale: null, zone: null, now }
  return hall.transact(async (tx) => {
    const who = await makePerson(tx, given)
    const token = await openSession(tx, { person: who, agent: 'a bench', locale: null, now })
    return { who, cookie: `${SESSION_COOKIE}=${token}` }
  })
}

/** Calls a gathering of somebody's that is about to begin; answers its id. */
export async function callNow(hall: Hall, by: Id<'per'>): Promise<string> {
  const now = hall.clock.now()
  const plan = Plan.parse({
    title: 'Who keeps the servers?',
    zone: 'Europe/Oslo',
    startsAt: plus(now, MINUTE),
    minutes: (4 * HOUR) / MINUTE,
    facilitators: [by],
  })
  return hall.transact((tx) => makeGathering(tx, { plan, circle: null }, [], { by, now }))
}

/** A gathering that its facilitator has come into and begun. */
export async function setStage({ backstage, origin }: HallProcess): Promise<Stage> {
  const facilitator = await makeFacilitator(backstage)
  const gathering = await callNow(backstage, facilitator.who)
  const room = `/api/gatherings/${gathering}/room`
  await send(origin, facilitator, `${room}/enter`, {})
  await send(origin, facilitator, `${room}/begin`, {})
  const topic = `gathering:${gathering}`
  return { gathering, topic, facilitator, lastSeq: () => lastSeq(backstage.db, topic) }
}
