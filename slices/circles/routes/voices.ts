/** Delegates: who speaks for a member circle, sent and recalled. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import type { Entry } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { inviteAddress, namesOf, personAt, personOf } from '#slices/people/index.ts'
import {
  DelegateInPlace,
  inviteDelegate,
  listDelegates,
  nameDelegate,
  recallDelegate,
} from '../api/members.ts'
import type { Circle } from '../rules.ts'
import { belongs, circleOf } from '../store/circles.ts'
import { delegatesOf, endDelegates, sendDelegate } from '../store/delegates.ts'
import { type InvitedVoice, invitedVoice, inviteVoice } from '../store/delegate-invitations.ts'
import { classOf, momentOf } from '../store/members.ts'
import { byOf } from './keeping.ts'
import { delegateLetter } from './letters.ts'
import { circleIn } from './reading.ts'

/** The end of a term by its last day; refuses `term-over`. */
async function endOf({ db, now }: Pick<Call, 'db' | 'now'>, until: string | null) {
  const ends = until === null ? null : await momentOf(db, until)
  if (ends !== null && ends <= now) throw new Refused('term-over')
  return ends
}

type Unknown = {
  email: string
  name: string
  sending: Omit<InvitedVoice, 'invitation'>
  circle: Circle
  sends: string
}

async function inviteUnknown(
  tx: Transaction,
  { hall, caller, now }: Pick<Call, 'hall' | 'caller' | 'now'>,
  { email, name, sending, circle, sends }: Unknown,
): Promise<void> {
  const invited = await inviteAddress(tx, { email, name, by: caller.person, now })
  await inviteVoice(tx, { ...sending, invitation: invited.invitation })
  const link = `${hall.config.origin}/link#${invited.token}`
  const to = { name, address: email }
  const says = { circle: circle.name, coop: sends, link }
  await hall.mail.send(tx, delegateLetter({ to, locale: caller.locale, ...says }))
}

const Taken = z.object({
  invitation: idOf('inv', 'an invitation'),
  person: idOf('per', 'a person'),
})

/** Hears that an invitation was taken: who was invited to speak for a co-op does so from now on. */
export async function letSpeak(tx: Transaction, entry: Entry): Promise<void> {
  const { invitation, person } = Taken.parse(entry.data)
  const found = await invitedVoice(tx, invitation)
  if (!found || (found.ends !== null && found.ends <= entry.at)) return
  const { invitation: _, ...sending } = found
  const { circle, body } = sending
  if ((await classOf(tx, { circle, member: body })) === null) return
  await sendDelegate(tx, { ...sending, person }, { by: person, now: entry.at })
}

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
    const ends = await endOf(call, until)
    const delegate = await call.transact(async (tx) => {
      if ((await classOf(tx, { circle, member: body })) === null)
        throw new Refused('body-not-inside')
      const known = sends.elsewhere ? await personOf(tx, person) : await belongs(tx, person, body)
      if (!known) throw new Refused('not-of-the-body')
      return sendDelegate(tx, { circle, body, person, alternate, mandate, ends }, byOf(call))
    })
    return { delegate }
  }),
  serve(inviteDelegate, async (call) => {
    const { circle: id, body } = call.params
    const { email, name, alternate, mandate, until } = call.body
    const circle = await circleIn(call.db, id)
    const sends = await circleIn(call.db, body)
    if (!sends.elsewhere) throw new Refused('lives-here')
    const ends = await endOf(call, until)
    return call.transact(async (tx) => {
      if ((await classOf(tx, { circle: id, member: body })) === null)
        throw new Refused('body-not-inside')
      const known = await personAt(tx, email)
      const sending = { circle: id, body, alternate, mandate, ends }
      if (known) await sendDelegate(tx, { ...sending, person: known.id }, byOf(call))
      else await inviteUnknown(tx, call, { email, name, sending, circle, sends: sends.name })
      return { known: known !== null }
    })
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
