/** Coming in: the knock that lets a stranger confirm their address, open classes, links. */
import { meIn } from '#kernel/session.ts'
import { DAY, plus } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { circleOf, type CircleId } from '#slices/circles/index.ts'
import { inviteAddress } from '#slices/people/index.ts'
import * as api from '../api.ts'
import { abuseIn, isAdvertised } from '../rules/spam.ts'
import { countQuiet } from '../store/applications.ts'
import { enter } from '../store/entering.ts'
import { endLink, makeLink, openLink, openLinks, takePlace } from '../store/links.ts'
import { rulesOf, wayTo } from '../store/rules.ts'

/** One circle; refuses `not-found`. */
export async function circleIn(db: Reader, id: CircleId) {
  const circle = await circleOf(db, id)
  if (!circle) throw new Refused('not-found')
  return circle
}

export const comingServings = [
  serve(api.knock, async (call) => {
    const { db, params, body, now } = call
    const { circle } = params
    await circleIn(db, circle)
    const why = isAdvertised(body.name) ? 'pattern' : abuseIn(body.website, [body.name])
    if (why) {
      await call.transact((tx) => countQuiet(tx, circle, why, now))
      return {}
    }
    const way = wayTo(await rulesOf(db, circle, now), body.class)
    const link = body.token ? await openLink(db, body.token, now) : undefined
    if (body.token && link?.circle !== circle) throw new Refused('link-over')
    if (!link && !way?.open && !way?.application) throw new Refused('no-such-way')
    const { email, name } = body
    await call.transact((tx) => inviteAddress(tx, { email, name, by: null, now }))
    return {}
  }),
  serve(api.comeInOpenly, async (call) => {
    const { circle } = call.params
    const person = meIn(call.caller)
    await circleIn(call.db, circle)
    const { class: key, shown } = call.body
    await call.transact((tx) => enter(tx, { circle, class: key, person, shown }, 'open', call.now))
    return {}
  }),
  serve(api.makeJoinLink, async (call) => {
    const { db, params, body, now, hall } = call
    const { circle } = params
    const by = meIn(call.caller)
    await circleIn(db, circle)
    const rules = await rulesOf(db, circle, now)
    const invitation = wayTo(rules, body.class)?.invitation
    if (!invitation && rules.classes.length > 0) throw new Refused('no-such-way')
    const { days, uses: most } = invitation ?? { days: 30, uses: 1000 }
    if (body.uses > most) throw new Refused('too-many-uses', { most })
    const expires = plus(now, days * DAY)
    const made = await call.transact((tx) =>
      makeLink(tx, { circle, class: body.class, by, uses: body.uses, expires, now }),
    )
    return { id: made.id, ends: expires, link: `${hall.config.origin}/join#${made.token}` }
  }),
  serve(api.listJoinLinks, async ({ db, params, now }) => {
    const links = await openLinks(db, params.circle, now)
    return {
      links: links.map((one) => ({
        id: one.id,
        class: one.class,
        uses: one.uses,
        used: one.used,
        made: one.made_at,
        ends: one.expires_at,
      })),
    }
  }),
  serve(api.endJoinLink, async (call) => {
    const { circle, link: id } = call.params
    const by = { by: call.caller.person, now: call.now }
    if (!(await call.transact((tx) => endLink(tx, { id, circle }, by))))
      throw new Refused('not-found')
    return {}
  }),
  serve(api.readJoinLink, async ({ db, body, now }) => {
    const link = await openLink(db, body.token, now)
    const circle = link && (await circleOf(db, link.circle))
    if (!link || !circle) throw new Refused('link-over')
    const { classes } = await rulesOf(db, circle.id, now)
    const named = classes.find(({ key }) => key === link.class)
    return {
      circle: circle.id,
      name: circle.name,
      class: link.class,
      className: named?.name ?? link.class,
      ends: link.expires_at,
    }
  }),
  serve(api.takeJoinLink, async (call) => {
    const { body, now } = call
    const person = meIn(call.caller)
    const circle = await call.transact(async (tx) => {
      const link = await openLink(tx, body.token, now)
      if (!link || !(await takePlace(tx, link.id))) throw new Refused('link-over')
      const { circle: id, class: key } = link
      await enter(tx, { circle: id, class: key, person, shown: body.shown }, 'link', now)
      return id
    })
    return { circle }
  }),
]
