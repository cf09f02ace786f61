/**
 * At the door: an application, from its first day to its last.
 * 1. Nobody applies who is inside, who has applied already, or where the class is full. Who was put out
 *    applies again when the rules say so (section 3).
 * 2. It waits for its sponsors first. An applicant never vouches for themselves, and nobody twice.
 * 3. When enough have vouched, the waiting time begins, and it is shown to all members.
 * 4. When the waiting time is over, it is decided, within the days that the rules give; whoever decides
 *    sees for how long it has waited. It is never decided by itself.
 * 5. Accepting, and coming into an open class, asks that what is given first has come, as the evidence
 *    of it says; where a circle decides by consent, that no
 *    objection stands and that two of its members consent (all, where there are fewer).
 * 6. Refusing asks for a reason, and tells where to appeal. It can be done at any time.
 * 7. The applicant may withdraw at any time before.
 */
import { type Change, happen, isRefusal, refuse } from '#kernel/change.ts'
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import { mayReturn } from './leaving.ts'
import type { Application as Asked, Way } from './ways.ts'

export type State = 'vouching' | 'waiting' | 'accepted' | 'refused' | 'withdrawn'
export type WordKind = 'vouch' | 'question' | 'answer' | 'objection' | 'consent'
export type Word = { person: string; kind: WordKind; takenBack: boolean }

export type AtDoor = {
  state: State
  person: string
  shownAt: Instant | null
  firstMet: boolean
}

export type Step = {
  /** What it waits for: sponsors, the waiting time, what is given first, the decision; or nothing. */
  waits: 'sponsors' | 'time' | 'first' | 'decision' | 'nothing'
  sponsorsMissing: number
  waitUntil: Instant | null
  decideBy: Instant | null
  late: boolean
  objections: number
  consents: number
}

const standing = (words: readonly Word[], kind: WordKind) =>
  new Set(words.filter((word) => word.kind === kind && !word.takenBack).map((word) => word.person))

/** Where an application stands (laws 2 to 5). */
export function stepOf(
  { state, shownAt, firstMet }: AtDoor,
  { first }: Pick<Way, 'first'>,
  asked: Pick<Asked, 'sponsors' | 'waitDays' | 'decideDays'>,
  words: readonly Word[],
  now: Instant,
): Step {
  const sponsorsMissing = Math.max(0, asked.sponsors - standing(words, 'vouch').size)
  const waitUntil = shownAt && plus(shownAt, asked.waitDays * DAY)
  const decideBy = waitUntil && plus(waitUntil, asked.decideDays * DAY)
  const open = state === 'vouching' || state === 'waiting'
  const counts = {
    sponsorsMissing,
    waitUntil,
    decideBy,
    late: open && decideBy !== null && decideBy < now,
    objections: standing(words, 'objection').size,
    consents: standing(words, 'consent').size,
  }
  if (!open) return { ...counts, waits: 'nothing' }
  if (shownAt === null) return { ...counts, waits: 'sponsors' }
  if (waitUntil !== null && waitUntil > now) return { ...counts, waits: 'time' }
  return { ...counts, waits: first && !firstMet ? 'first' : 'decision' }
}

export type Standing = {
  inside: boolean
  applied: boolean
  way: Way | null
  places: number | null
  /** Whether what is given first has come. */
  firstMet: boolean
  /** From when somebody who was put out may apply again; null for who never was. `never`: not by the rules. */
  again: Instant | 'never' | null
}

/** Law 1: refuses `inside-already`, `applied-already`, `no-such-way`, `class-full`, `put-out-before`. */
export function apply({ inside, applied, way, places, again }: Standing, now: Instant): Change {
  if (inside) return refuse('inside-already')
  const back = mayReturn(again, now)
  if (isRefusal(back)) return back
  if (!way?.application) return refuse('no-such-way')
  if (applied) return refuse('applied-already')
  if (places !== null && places <= 0) return refuse('class-full')
  return happen('application.made', {})
}

/** Law 1 for an open class or a link: refuses as `apply`. */
export function comeIn(
  { inside, way, places, again, firstMet }: Omit<Standing, 'applied'>,
  by: 'open' | 'link',
  now: Instant,
): Change {
  if (inside) return refuse('inside-already')
  const back = mayReturn(again, now)
  if (isRefusal(back)) return back
  if (by === 'open' && !way?.open) return refuse('no-such-way')
  if (by === 'open' && !firstMet) return refuse('first-lacks')
  if (places !== null && places <= 0) return refuse('class-full')
  return happen('membrane.came-in', {})
}

/** Law 2: refuses `own-application`, `application-over`. */
export function speak(
  door: Pick<AtDoor, 'state' | 'person'>,
  person: string,
  kind: WordKind,
): Change {
  if (door.state !== 'vouching' && door.state !== 'waiting') return refuse('application-over')
  if (person === door.person && kind !== 'answer') return refuse('own-application')
  return happen('application.word', { kind })
}

export type Deciding = {
  person: string
  step: Step
  accept: boolean
  reason: string
  /** The members of the circle that decides by consent; null when a role decides. */
  circleSize: number | null
}

/**
 * Laws 4 to 6: refuses `application-over`, `reason-needed`, `still-waiting`, `first-not-there`,
 * `objection-stands`, `consent-missing`.
 */
export function decide({ person, step, accept, reason, circleSize }: Deciding): Change {
  if (step.waits === 'nothing') return refuse('application-over')
  if (!accept) return reason ? happen('application.refused', { reason }) : refuse('reason-needed')
  if (step.waits === 'sponsors') return refuse('sponsors-missing', { count: step.sponsorsMissing })
  if (step.waits === 'time') return refuse('still-waiting', { day: step.waitUntil?.slice(0, 10) })
  if (step.waits === 'first') return refuse('first-not-there')
  if (circleSize !== null && step.objections > 0)
    return refuse('objection-stands', { count: step.objections })
  const needed = circleSize === null ? 0 : Math.min(2, circleSize)
  if (step.consents < needed) return refuse('consent-missing', { count: needed - step.consents })
  return happen('application.accepted', { person })
}
