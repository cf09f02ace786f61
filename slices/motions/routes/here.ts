/** Who calls from which room, whose rules hold there, and who of the roll is present. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { isIdOf } from '#kernel/ids.ts'
import { allow, Refused } from '#kernel/problem.ts'
import type { Call } from '#kernel/serve.ts'
import { type Locale, wordsIn } from '#kernel/words.ts'
import { type CircleId, circleOf, delegatesOf, isInside } from '#slices/circles/index.ts'
import { type Kind, kindOfAmendment, kindsIn } from '#slices/decisions/index.ts'
import { headingOf } from '#slices/gatherings/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import {
  peopleIn,
  type Room,
  roomAsItIs,
  unlessFacilitator,
  unlessHere,
  whoIs,
} from '#slices/room/index.ts'
import { pendingOf } from '../rules/motions.ts'
import { holdMotions, type Motion } from '../store/motions.ts'

const isPerson = isIdOf('per')

export type Asking = Pick<Call, 'db' | 'caller' | 'now'> & { params: { gathering: string } }

export type Here = { who: string; me: PersonId | null; room: Room }

async function roomFor({ db, caller, params }: Asking): Promise<{ who: string; room: Room }> {
  const [who, room] = await Promise.all([
    whoIs(db, caller, params.gathering),
    roomAsItIs(db, params.gathering),
  ])
  if (who === null || room.call === null) throw new Refused('not-in-the-room')
  return { who, room }
}

/** Who is in the room. */
export async function somebodyHere(asking: Asking): Promise<Here> {
  const { who, room } = await roomFor(asking)
  allow(unlessHere(room, who))
  return { who, room, me: asking.caller.person }
}

/** Who reads the room: let in, and not removed. */
export async function readerHere(asking: Asking): Promise<Here> {
  const { who, room } = await roomFor(asking)
  const person = room.people[who]
  if (!person) throw new Refused('not-in-the-room')
  if (person.removed) throw new Refused('removed')
  return { who, room, me: asking.caller.person }
}

/** The circle whose rules hold in a gathering; null where there is none, or it has no rules. */
export async function ruledHere({ db, caller, now, params }: Asking) {
  const heading = await headingOf(db, params.gathering)
  if (!heading?.circle) return null
  const [circle, kinds] = await Promise.all([
    circleOf(db, heading.circle),
    kindsIn(db, heading.circle, now, wordsIn(caller.locale)),
  ])
  return circle && kinds ? { circle, ...kinds } : null
}
export type Ruled = NonNullable<Awaited<ReturnType<typeof ruledHere>>>

async function rulesOrRefused(asking: Asking): Promise<Ruled> {
  const ruled = await ruledHere(asking)
  if (!ruled) throw new Refused('no-circle-here')
  return ruled
}

/** Whether somebody is of a circle: a member, or a delegate there. */
export async function isOf(db: Reader, person: PersonId | null, circle: CircleId, now: string) {
  if (person === null) return false
  if (await isInside(db, person, circle)) return true
  return (await delegatesOf(db, { circle, person }, now)).length > 0
}

/** A member in the room, and the rules that hold there. */
export async function memberHere(asking: Asking) {
  const { who, room, me } = await somebodyHere(asking)
  if (me === null) throw new Refused('guests-do-not-decide')
  const ruled = await rulesOrRefused(asking)
  const { circle } = ruled
  if (!(await isOf(asking.db, me, circle.id, asking.now)))
    throw new Refused('not-of-the-circle-here', { circle: circle.name })
  return { who, room, me, ruled }
}

/** A facilitator in the room, and the rules that hold there. */
export async function facilitatorHere(asking: Asking) {
  const { who, room, me } = await somebodyHere(asking)
  allow(unlessFacilitator(room, who))
  return { who, room, me, ruled: await rulesOrRefused(asking) }
}

/** What is pending, held; and the one of it that is named. */
export async function pendingHeld(
  tx: Transaction,
  { gathering, motion }: { gathering: string; motion: string },
): Promise<{ pending: Motion[]; one: Motion }> {
  const pending = pendingOf(await holdMotions(tx, gathering))
  const one = pending.find(({ id }) => id === motion)
  if (!one) throw new Refused('not-pending')
  return { pending, one }
}

const AMENDMENT = /*i18n*/ { id: 'motions.kind.amendment', message: 'An amendment' }

/** The kind of a motion by the rules of now; that of its amendments is derived from it. */
export function kindOf(
  { kinds }: Pick<Ruled, 'kinds'>,
  { row, over }: Pick<Motion, 'row' | 'over'>,
  locale: Locale,
): Kind {
  const kind = kinds.find(({ key }) => key === row.kind)
  if (!kind) throw new Refused('no-such-kind')
  return over === null ? kind : kindOfAmendment(kind, wordsIn(locale).say(AMENDMENT))
}

/** The persons in a room, guests by whom they turned out to be. */
export function personsHere(room: Room): PersonId[] {
  const ids = peopleIn(room).map(({ who, person }) => person ?? who)
  return [...new Set(ids)].filter(isPerson)
}

/** Members who are in a room: persons, and co-ops one of whose delegates is. */
export async function presentIn(
  db: Reader,
  { room, circle, now }: { room: Room; circle: CircleId; now: string },
): Promise<Set<string>> {
  const persons = new Set<string>(personsHere(room))
  const sent = await delegatesOf(db, { circle }, now)
  const bodies = sent.filter(({ person }) => persons.has(person)).map(({ body }) => body)
  return new Set([...persons, ...bodies])
}
