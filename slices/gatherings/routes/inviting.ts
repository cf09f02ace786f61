/** Inviting people, and what they answer. */
import type { Reader as Db } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { coop, membersOf } from '#slices/circles/index.ts'
import { namesOf, personAt, personOf } from '#slices/people/index.ts'
import * as api from '../api.ts'
import { endOf } from '../rules/doors.ts'
import { type Gathering, gatheringOf, headingsIn } from '../store/gatherings.ts'
import { answersOf, saveAnswer } from '../store/answers.ts'
import { type Invitee, invitationsOf, inviteToGathering, uninvite } from '../store/invitations.ts'
import { tellLater } from '../store/telling.ts'
import { lockedGathering } from './calling.ts'

/** Refuses `gathering-cancelled` and `gathering-over`. */
export function stillComing(gathering: Gathering, now: string): void {
  if (gathering.cancelledAt) throw new Refused('gathering-cancelled')
  if (gathering.endedAt || endOf(gathering) < now) throw new Refused('gathering-over')
}

async function membersToInvite(db: Db, { circle }: Gathering): Promise<Invitee[]> {
  const id = circle ?? (await coop(db))?.id
  const members = id ? await membersOf(db, id) : []
  const people = await Promise.all(members.map(({ person }) => personOf(db, person)))
  return people.flatMap((person) =>
    person?.email ? [{ email: person.email, name: null, person: person.id }] : [],
  )
}

async function addressesToInvite(
  db: Db,
  people: readonly { email: string; name: string | null }[],
): Promise<Invitee[]> {
  return Promise.all(
    people.map(async ({ email, name }) => {
      const known = await personAt(db, email)
      return { email, name: known ? null : name, person: known?.id ?? null }
    }),
  )
}

/** Of a series, all later occurrences that are made: who is asked to one is asked to those too. */
async function laterOnes(db: Db, { id, series, occurrence }: Gathering) {
  if (!series || !occurrence) return []
  const all = await headingsIn(db, { series })
  return all.filter((one) => one.id !== id && (one.occurrence ?? '') > occurrence)
}

const invite = serve(api.inviteToGathering, async ({ params, body, caller, now, transact, hall }) =>
  transact(async (tx) => {
    const gathering = await lockedGathering(tx, params.gathering)
    stillComing(gathering, now)
    const people = [
      ...(body.circle ? await membersToInvite(tx, gathering) : []),
      ...(await addressesToInvite(tx, body.people)),
    ]
    const unique = [...new Map(people.map((who) => [who.email, who])).values()]
    const how = { by: caller.person, now, locale: caller.locale }
    const invited = await inviteToGathering(tx, gathering.id, unique, how)
    for (const later of await laterOnes(tx, gathering))
      await inviteToGathering(tx, later.id, unique, { ...how, told: later.sequence })
    if (invited > 0) await tellLater(hall, tx, gathering.id)
    return { invited }
  }),
)

const list = serve(api.listInvited, async ({ db, params }) => {
  const gathering = await gatheringOf(db, params.gathering)
  if (!gathering) throw new Refused('not-found')
  const [invitations, answers] = await Promise.all([
    invitationsOf(db, gathering.id),
    answersOf(db, gathering.id),
  ])
  const names = await namesOf(db, [
    ...answers.keys(),
    ...invitations.map((one) => one.person ?? ''),
  ])
  const invited = invitations.map((one) => ({
    id: one.id,
    name: (one.person ? names.get(one.person)?.name : one.name) ?? one.email,
    email: one.email,
    known: one.person !== null,
    answer: answers.get(one.person ?? one.id) ?? null,
    invitedAt: one.invited_at,
    told: one.told_sequence >= gathering.sequence,
  }))
  const asked = new Set<string>(invitations.map(({ person, id }) => person ?? id))
  const others = [...answers].flatMap(([who, answer]) =>
    asked.has(who) ? [] : [{ name: names.get(who)?.name ?? '', answer }],
  )
  return { invited, others }
})

const takeBack = serve(api.uninvite, async ({ params, transact }) =>
  transact(async (tx) => {
    if (!(await uninvite(tx, params.gathering, params.invitation))) throw new Refused('not-found')
    return {}
  }),
)

const answer = serve(api.answerGathering, async ({ params, body, caller, now, transact }) =>
  transact(async (tx) => {
    const gathering = await lockedGathering(tx, params.gathering)
    stillComing(gathering, now)
    const { person } = caller
    const known = person ? await personOf(tx, person) : null
    if (!known) throw new Refused('sign-in-first')
    // From now on this person hears of changes, and is reminded.
    const told = gathering.sequence
    const who = { email: known.email ?? '', name: null, person: known.id }
    if (known.email)
      await inviteToGathering(tx, gathering.id, [who], {
        by: null,
        now,
        locale: caller.locale,
        told,
      })
    await saveAnswer(tx, gathering.id, { who: known.id, answer: body.answer }, now)
    return {}
  }),
)

export const servings = [invite, list, takeBack, answer]
