/** Oneself: the person of a call, the profile, the sessions, the address, the leaving. */
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { endSessions, giveCookie, SESSION_COOKIE } from '#kernel/session.ts'
import {
  askToMove,
  changeMe,
  endOtherSessions,
  endSession,
  eraseMe,
  keepWords,
  listSessions,
  moveAddress,
  whoAmI,
} from '../api/me.ts'
import { CODE_MINUTES } from '../rules/codes.ts'
import { erasePerson } from '../store/erase.ts'
import { keepGuests, looseGuests } from '../store/guests.ts'
import {
  changeAddress,
  changeProfile,
  type Person,
  personAt,
  personOf,
  seePerson,
} from '../store/persons.ts'
import { sessionsOf } from '../store/sessions.ts'
import { ask, tryWith } from './codes.ts'
import { browserIn, isSecure } from './entrance.ts'
import { hallName, movedLetter } from './letters.ts'

/** The person who calls; refuses `sign-in-first` for who is nobody. */
export async function meIn({ db, caller }: Pick<Call, 'db' | 'caller'>): Promise<Person> {
  const me = caller.person ? await personOf(db, caller.person) : null
  if (!me) throw new Refused('sign-in-first')
  return me
}

function shown({ id, name, email, locale, zone, addressed }: Person) {
  return { id, name, email, locale, zone, addressed }
}

const profileServings = [
  serve(whoAmI, async (call) => {
    const { db, caller, hall, now } = call
    const me = caller.person ? await personOf(db, caller.person) : null
    if (me && now > new Date(Date.parse(me.seenAt) + 60_000).toISOString())
      await hall.transact((tx) => seePerson(tx, me.id, caller.session, now))
    const guests = await looseGuests(db, caller.browser)
    return { person: me && shown(me), guests: [...new Set(guests.map(({ name }) => name))] }
  }),
  serve(changeMe, async (call) => {
    const me = await meIn(call)
    const { body, now } = call
    await call.transact((tx) => changeProfile(tx, me.id, body, now))
    return shown(await meIn(call))
  }),
  serve(keepWords, async (call) => {
    const { id: person } = await meIn(call)
    const { now } = call
    const { browser } = call.caller
    if (browser === null) return { kept: 0 }
    const kept = await call.transact((tx) => keepGuests(tx, { person, browser, now }))
    call.hall.live.expel({ browser })
    return { kept: kept.length }
  }),
]

const sessionServings = [
  serve(listSessions, async (call) => {
    const me = await meIn(call)
    const sessions = await sessionsOf(call.db, me.id, call.now)
    return {
      sessions: sessions.map((one) => ({ ...one, here: one.id === call.caller.session })),
    }
  }),
  serve(endSession, async (call) => {
    const { id: person } = await meIn(call)
    const { session } = call.params
    const ended = await call.transact((tx) => endSessions(tx, { person, session }))
    if (ended.length === 0) throw new Refused('not-found')
    call.hall.live.expel({ session })
    return {}
  }),
  serve(endOtherSessions, async (call) => {
    const { id: person } = await meIn(call)
    const except = call.caller.session
    const ended = await call.transact((tx) => endSessions(tx, { person, except }))
    for (const session of ended) call.hall.live.expel({ session })
    return { ended: ended.length }
  }),
]

const addressServings = [
  serve(askToMove, async (call) => {
    await meIn(call)
    await ask(call, call.body.email, 'address')
    return { minutes: CODE_MINUTES }
  }),
  serve(moveAddress, async (call) => {
    const me = await meIn(call)
    const { email, code } = call.body
    const tried = { purpose: 'address' as const, email, code, browser: browserIn(call) }
    await tryWith(call, tried, async (tx) => {
      if (await personAt(tx, email)) throw new Refused('code-expired')
      await changeAddress(tx, me.id, email, call.now)
      if (!me.email) return
      const to = { name: me.name, address: me.email }
      const locale = me.locale ?? call.caller.locale
      const { origin } = call.hall.config
      await call.hall.mail.send(tx, movedLetter({ to, locale, origin, hall: await hallName(tx) }))
    })
    return shown(await meIn(call))
  }),
  serve(eraseMe, async (call) => {
    const { id: person } = await meIn(call)
    await call.hall.transact((tx) => erasePerson(tx, { person, now: call.now }))
    call.hall.live.expel({ person })
    giveCookie(call.http, SESSION_COOKIE, null, isSecure(call))
    return {}
  }),
]

export const oneselfServings = [...profileServings, ...sessionServings, ...addressServings]
