/** What circles ask of later slices. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { isIdOf } from '#kernel/ids.ts'
import { port } from '#kernel/port.ts'
import type { Entry } from '#kernel/record.ts'
import type { PersonId, Telling } from '#slices/people/index.ts'
import type { CircleId } from '../rules.ts'
import { FIRST_CLASS, type MemberId } from '../rules/belonging.ts'

export type ClassNamed = {
  key: string
  /** As the circle's rules call it: "Producers". */
  name: string
  holds: 'persons' | 'co-ops' | 'both'
  /** Who comes in without a class being named begins in the first such class that fits. */
  begins: boolean
}

/** The classes that a circle's rules name, in their order; none when it has no rules yet. */
export const classLists =
  port<(db: Reader, circle: CircleId, now: Instant) => Promise<ClassNamed[]>>(
    'the classes of a circle',
  )

export type Reshaping = {
  act: 'move' | 'merge' | 'split' | 'rest' | 'wake' | 'close'
  circle: CircleId
  /** Of a circle that closes: where what it holds goes. */
  to: { id: CircleId; name: string } | null
}

/** What a change of shape would do to what a later slice keeps for the circle, in sentences. */
export const reshapings = port<
  (db: Reader, what: Reshaping, telling: Telling) => Promise<string[]>
>('what a change of shape would do')

/** Whose what a closed circle held becomes, as `circle.closed` tells; null when it stays where it is. */
export function bequestIn({ topic, data }: Entry): { from: CircleId; to: CircleId } | null {
  const { to } = data
  const from = topic.slice('circle:'.length)
  const isCircle = isIdOf('cir')
  return typeof to === 'string' && isCircle(to) && isCircle(from) ? { from, to } : null
}

type Ending = { circle: CircleId; member: MemberId; by: PersonId | null; now: Instant }

/** Whether a steward may end a membership by hand; the name of a refusal where the rules say another way. */
export const endings = port<(db: Reader, ending: Ending) => Promise<string | null>>(
  'whether a membership may be ended by hand',
)

export type Refusal = { refused: string; details?: Record<string, unknown> | undefined }
type Entrance = { circle: CircleId; person: PersonId; now: Instant }

/** Why somebody who was invited does not come in after all, such as who was put out; null: they do. */
export const entrances = port<(db: Reader, entrance: Entrance) => Promise<Refusal | null>>(
  'whether somebody who was invited comes in',
)

/** Why somebody does not come in by an invitation; null when they do. */
export async function whyNotEnter(db: Reader, entrance: Entrance): Promise<Refusal | null> {
  const answers = await Promise.all(entrances.all().map(([, ask]) => ask(db, entrance)))
  return answers.find((answer) => answer !== null) ?? null
}

/** The classes of a circle, from whoever knows. */
export async function classesOf(db: Reader, circle: CircleId, now: Instant): Promise<ClassNamed[]> {
  const lists = await Promise.all(classLists.all().map(([, ask]) => ask(db, circle, now)))
  return lists.flat()
}

const fits = ({ holds }: ClassNamed, body: boolean) => holds !== (body ? 'persons' : 'co-ops')

export type Beginning = {
  circle: CircleId
  body: boolean
  /** Their class in the circle around a working circle, which goes on within where the rules have it. */
  around: string | null
  now: Instant
}

/** The class in which a member begins when none is named. */
export async function firstClass(db: Reader, beginning: Beginning): Promise<string> {
  const { circle, body, around, now } = beginning
  const classes = await classesOf(db, circle, now)
  if (around && classes.some(({ key }) => key === around)) return around
  return classes.find((one) => one.begins && fits(one, body))?.key ?? FIRST_CLASS
}

/** Whether the rules have such a class for such a member; without rules any key will do. */
export async function hasClass(
  db: Reader,
  { circle, key, body, now }: { circle: CircleId; key: string; body: boolean; now: Instant },
): Promise<boolean> {
  const classes = await classesOf(db, circle, now)
  return classes.length === 0 || classes.some((one) => one.key === key && fits(one, body))
}

/** Why a membership may not be ended by hand; null when it may. */
export async function whyNotEnd(db: Reader, ending: Ending): Promise<string | null> {
  const answers = await Promise.all(endings.all().map(([, ask]) => ask(db, ending)))
  return answers.find((answer) => answer !== null) ?? null
}
