/** The opening of the hall. */
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { browserFor, giveCookie, openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { coop, foundCoop, giveRole, joinCircle } from '#slices/circles/index.ts'
import { changeProfile, makePerson } from '#slices/people/index.ts'
import { checkOpening, fillWithDemo, openHall, readHall } from '../api/opening.ts'
import { fillDemo, isNew } from '../store/demo.ts'
import { opens, useOpening } from '../store/opening.ts'

async function found(tx: Transaction, call: Call<typeof openHall>) {
  const { body, caller, now, http } = call
  await useOpening(tx, body.token)
  const { name, email } = body.steward
  const { zone } = body
  const { locale } = caller
  const circle = await foundCoop(tx, { name: body.name, zone }, { by: null, now })
  const person = await makePerson(tx, { name, email, locale, zone: null, now })
  await changeProfile(tx, person, { zone }, now)
  const by = { by: person, now }
  await joinCircle(tx, circle, person, by)
  await giveRole(tx, { circle, person, role: 'steward' }, by)
  const agent = http.req.header('user-agent') ?? ''
  return { circle, person, token: await openSession(tx, { person, agent, locale, now }) }
}

export const openingServings = [
  serve(readHall, async ({ db, hall }) => {
    const known = await coop(db)
    return {
      name: known?.name ?? 'Moothall',
      zone: known?.zone ?? null,
      opened: known !== null,
      mail: hall.mail.leaves,
    }
  }),
  serve(checkOpening, async ({ db, body }) => {
    if (!(await opens(db, body.token))) throw new Refused('opening-over')
    return {}
  }),
  serve(openHall, async (call) => {
    const { hall, http, caller } = call
    const secure = hall.config.origin.startsWith('https:')
    const { circle, person, token } = await hall.transact((tx) => found(tx, call))
    browserFor(http, caller, secure)
    giveCookie(http, SESSION_COOKIE, token, secure)
    return { coop: circle, person }
  }),
  serve(fillWithDemo, async ({ hall, db, caller, now }) => {
    if (!(await isNew(db))) throw new Refused('hall-in-use')
    await fillDemo(hall, { steward: caller.person, now })
    return {}
  }),
]
