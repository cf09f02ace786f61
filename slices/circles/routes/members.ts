/** Who is inside, page by page and on any day. */
import { meIn } from '#kernel/session.ts'
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { z } from 'zod'
import { changeMemberClass, listMembers, readHistory, showMe } from '../api/members.ts'
import type { CircleId } from '../rules.ts'
import { circleOf, rolesOf } from '../store/circles.ts'
import { delegatesOf } from '../store/delegates.ts'
import { changeClass, isBody, showAs } from '../store/joining.ts'
import { countsOf, type Listed, PAGE, pageOf } from '../store/listing.ts'
import { classOf, historyOf, momentOf, pausesOf } from '../store/members.ts'
import { classesOf, hasClass } from '../store/ports.ts'
import { byOf } from './keeping.ts'
import { circleIn } from './reading.ts'

const Place = z.tuple([z.string(), z.string()])

function placeIn(after: string | undefined) {
  if (!after) return null
  try {
    const place = Place.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')))
    return { name: place[0], member: place[1] }
  } catch {
    throw new Refused('page-unknown')
  }
}

const placeOf = ({ name, member }: Listed) =>
  Buffer.from(JSON.stringify([name, member])).toString('base64url')

/** What else is known of those on one page: their roles, whom they speak for, whether they rest. */
async function shownOf(db: Reader, circle: CircleId, page: readonly Listed[], now: string) {
  const [roles, delegates, pauses] = await Promise.all([
    rolesOf(db, circle),
    delegatesOf(db, { circle }),
    pausesOf(db, circle),
  ])
  const bodies = new Map<string, string>()
  for (const { body } of delegates)
    if (!bodies.has(body)) bodies.set(body, (await circleOf(db, body))?.name ?? '')
  return page.map(({ member, ...row }) => ({
    ...row,
    member,
    kind: isBody(member) ? ('circle' as const) : ('person' as const),
    roles: roles.flatMap((held) => (held.person === member ? [held.role] : [])),
    speaksFor: delegates
      .filter(({ person }) => person === member)
      .map(({ body }) => ({ id: body, name: bodies.get(body) ?? '' })),
    paused:
      pauses.find((one) => one.member === member && one.until === null && one.ends > now)?.ends ??
      null,
  }))
}

export const memberServings = [
  serve(listMembers, async ({ db, params, query, now }) => {
    const { circle } = params
    await circleIn(db, circle)
    const at = query.on ? await momentOf(db, query.on) : null
    const words = (query.words ?? '').split(/\s+/).filter(Boolean).slice(0, 6)
    const quest = { circle, at, words, class: query.class ?? null }
    const [page, counts, named] = await Promise.all([
      pageOf(db, { ...quest, after: placeIn(query.after) }),
      countsOf(db, quest),
      classesOf(db, circle, now),
    ])
    const nameOf = (key: string) => named.find((one) => one.key === key)?.name ?? key
    const shown = page.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      members: await shownOf(db, circle, shown, now),
      next: page.length > PAGE && last ? placeOf(last) : null,
      found: counts.found,
      classes: counts.classes.map((one) => ({ ...one, name: nameOf(one.class) })),
    }
  }),
  serve(readHistory, async ({ db, params }) => {
    const history = await historyOf(db, params.member, params.circle)
    return {
      history: history.map(({ class: named, from, until }) => ({ class: named, from, until })),
    }
  }),
  serve(changeMemberClass, async (call) => {
    const { circle, member } = call.params
    const key = call.body.class
    await circleIn(call.db, circle)
    await call.transact(async (tx) => {
      if ((await classOf(tx, { circle, member })) === null) throw new Refused('not-inside')
      if (!(await hasClass(tx, { circle, key, body: isBody(member), now: call.now })))
        throw new Refused('no-such-class')
      await changeClass(tx, { circle, member, to: key }, byOf(call))
    })
    return {}
  }),
  serve(showMe, async (call) => {
    const { circle } = call.params
    const member = meIn(call.caller)
    await call.transact(async (tx) => {
      if ((await classOf(tx, { circle, member })) === null) throw new Refused('not-inside')
      await showAs(tx, { circle, member, shown: call.body.shown }, byOf(call))
    })
    return {}
  }),
]
