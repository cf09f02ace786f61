/** Delegates: who speaks for a member circle, sent and recalled. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { namesOf, personOf } from '#slices/people/index.ts'
import { DelegateInPlace, listDelegates, nameDelegate, recallDelegate } from '../api/members.ts'
import { belongs, circleOf } from '../store/circles.ts'
import { delegatesOf, endDelegates, sendDelegate } from '../store/delegates.ts'
import { classOf, momentOf } from '../store/members.ts'
import { byOf } from './keeping.ts'
import { circleIn } from './reading.ts'

export const voiceServings = [
  serve(listDelegates, async ({ db, params }) => {
    const { circle } = params
    const delegates = await delegatesOf(db, { circle })
    const names = await namesOf(
      db,
      delegates.map(({ person }) => person),
    )
    const shown = delegates.map(async (one) => ({
      ...DelegateInPlace.parse(one),
      bodyName: (await circleOf(db, one.body))?.name ?? '',
      name: names.get(one.person)?.name ?? '',
      member: await belongs(db, one.person, circle),
    }))
    return { delegates: await Promise.all(shown) }
  }),
  serve(nameDelegate, async (call) => {
    const { circle, body, person } = call.params
    const { alternate, mandate, until } = call.body
    await circleIn(call.db, circle)
    const sends = await circleIn(call.db, body)
    const ends = until === null ? null : await momentOf(call.db, until)
    if (ends !== null && ends <= call.now) throw new Refused('term-over')
    const delegate = await call.transact(async (tx) => {
      if ((await classOf(tx, { circle, member: body })) === null)
        throw new Refused('body-not-inside')
      const known = sends.elsewhere ? await personOf(tx, person) : await belongs(tx, person, body)
      if (!known) throw new Refused('not-of-the-body')
      return sendDelegate(tx, { circle, body, person, alternate, mandate, ends }, byOf(call))
    })
    return { delegate }
  }),
  serve(recallDelegate, async (call) => {
    const { circle, body, person } = call.params
    const sent = await delegatesOf(call.db, { circle, body, person })
    await call.transact(async (tx) => {
      for (const { id } of sent) await endDelegates(tx, { delegate: id }, byOf(call))
    })
    return {}
  }),
]
