/** Inviting: the letter, the list, the answer. */
import { meIn } from '#kernel/session.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Entry } from '#kernel/record.ts'
import { type Call, serve } from '#kernel/serve.ts'
import {
  invitationsOf,
  inviteAddress,
  namesOf,
  openInvitations,
  personOf,
  takeInvitation,
  withdrawInvitation,
} from '#slices/people/index.ts'
import { z } from 'zod'
import { accept, invite, listInvitations, myInvitations, withdraw } from '../api/invitations.ts'
import { idOf } from '#kernel/ids.ts'
import type { Circle } from '../rules.ts'
import { giveRole } from '../store/changes.ts'
import { belongs, circleOf, coop } from '../store/circles.ts'
import { joinCircle } from '../store/joining.ts'
import { hasClass, whyNotEnter } from '../store/ports.ts'
import { invitedTo, inviteTo } from '../store/invitations.ts'
import { invitationLetter } from './letters.ts'
import { circleIn } from './reading.ts'

type Inviting = {
  circle: Circle
  steward: boolean
  class?: string | null | undefined
  days?: number | undefined
}
type Guest = { email: string; name?: string | undefined }

/** Invites one address and writes the letter; false for who is a member already. */
async function inviteOne(
  tx: Transaction,
  call: Pick<Call, 'hall' | 'caller' | 'now'>,
  { guest, circle, steward, ...to }: Inviting & { guest: Guest },
): Promise<boolean> {
  const { hall, caller, now } = call
  const { email, name = null } = guest
  const invited = await inviteAddress(tx, {
    email,
    name,
    by: caller.person,
    now,
    days: to.days,
  })
  if (invited.person && (await belongs(tx, invited.person, circle.id))) {
    await withdrawInvitation(tx, invited.invitation)
    return false
  }
  await inviteTo(tx, {
    invitation: invited.invitation,
    circle: circle.id,
    steward,
    class: to.class ?? null,
  })
  const known = invited.person ? await personOf(tx, invited.person) : null
  const by = caller.person ? await personOf(tx, caller.person) : null
  await hall.mail.send(
    tx,
    invitationLetter({
      to: { name: known?.name ?? name ?? '', address: email },
      locale: known?.locale ?? caller.locale,
      by: by?.name ?? null,
      circle: circle.name,
      hall: (await coop(tx))?.name ?? circle.name,
      link: `${hall.config.origin}/link#${invited.token}`,
    }),
  )
  return true
}

/** Invites people to a circle in one transaction; answers the addresses of those who are members. */
export async function inviteAll(
  tx: Transaction,
  call: Pick<Call, 'hall' | 'caller' | 'now'>,
  { guests, ...to }: Inviting & { guests: readonly Guest[] },
): Promise<string[]> {
  const already: string[] = []
  const unique = new Map(guests.map((guest) => [guest.email, guest]))
  for (const guest of unique.values())
    if (!(await inviteOne(tx, call, { ...to, guest }))) already.push(guest.email)
  return already
}

const Taken = z.object({
  invitation: idOf('inv', 'an invitation'),
  person: idOf('per', 'a person'),
})

/** Hears that an invitation was taken: the person is a member from now on, unless the rules say not yet. */
export async function welcomeTaker(tx: Transaction, entry: Entry): Promise<void> {
  const { invitation, person } = Taken.parse(entry.data)
  for (const { circle, steward, class: named } of await invitedTo(tx, { invitation })) {
    const by = { by: person, now: entry.at }
    const shut = await whyNotEnter(tx, { circle, person, now: entry.at })
    if (shut) throw new Refused(shut.refused, shut.details)
    await joinCircle(tx, circle, person, { ...by, class: named })
    if (steward) await giveRole(tx, { circle, person, role: 'steward' }, by)
  }
}

export const invitingServings = [
  serve(invite, async (call) => {
    const circle = await circleIn(call.db, call.params.circle)
    const { people: guests, steward, days, class: named } = call.body
    if (
      named &&
      !(await hasClass(call.db, { circle: circle.id, key: named, body: false, now: call.now }))
    )
      throw new Refused('no-such-class')
    const already = await call.transact((tx) =>
      inviteAll(tx, call, { guests, circle, steward, days, class: named }),
    )
    const asked = new Set(guests.map(({ email }) => email)).size
    return { invited: asked - already.length, already }
  }),
  serve(listInvitations, async ({ db, params, now }) => {
    const ours = await invitedTo(db, { circle: params.circle })
    const open = await openInvitations(
      db,
      ours.map(({ invitation }) => invitation),
      now,
    )
    const classes = new Map(ours.map((one) => [one.invitation, one.class]))
    return {
      invitations: open.map(({ id, email, name, made_at: made, expires_at: ends }) => ({
        id,
        email,
        name,
        class: classes.get(id) ?? null,
        made,
        ends,
      })),
    }
  }),
  serve(withdraw, async ({ db, params, transact }) => {
    const ours = await invitedTo(db, { circle: params.circle })
    if (!ours.some(({ invitation }) => invitation === params.invitation))
      throw new Refused('not-found')
    await transact((tx) => withdrawInvitation(tx, params.invitation))
    return {}
  }),
  serve(myInvitations, async (call) => ({ invitations: await waitingFor(call) })),
  serve(accept, async (call) => {
    const { invitation } = call.params
    const person = meIn(call.caller)
    if (!(await waitingFor(call)).some(({ id }) => id === invitation))
      throw new Refused('not-found')
    await call.transact((tx) => takeInvitation(tx, { id: invitation, person, now: call.now }))
    return {}
  }),
]

/** The invitations to the caller's own address, each with what it is to. */
async function waitingFor({ db, caller, now }: Pick<Call, 'db' | 'caller' | 'now'>) {
  const me = await personOf(db, meIn(caller))
  if (!me?.email) return []
  const open = await invitationsOf(db, me.email, now)
  const names = await namesOf(
    db,
    open.flatMap(({ by }) => by ?? []),
  )
  const shown = open.map(async ({ id, by, made_at: made }) => {
    const [to] = await invitedTo(db, { invitation: id })
    const circle = to && (await circleOf(db, to.circle))
    const name = by ? (names.get(by)?.name ?? null) : null
    return circle ? [{ id, circle: circle.name, by: name, made }] : []
  })
  return (await Promise.all(shown)).flat()
}
