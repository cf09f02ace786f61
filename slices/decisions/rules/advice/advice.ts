/**
 * Advice: whoever proposes something decides it themselves, after they asked those whom it touches and
 * those who know.
 * 1. Whoever proposed it names whom they ask, members and delegates but never themselves, as many as the
 *    kind says at least. Each is told by letter. Anybody else of the circle may give advice unasked.
 * 2. Advice is somebody's own words; they may change them until it is decided.
 * 3. It is decided when the days of talk are over, and everybody who was asked has answered. Where the kind
 *    gives them days, it is enough that each of them had as many, by the hall's clock. Who is outside by
 *    then is not waited for.
 * 4. Only who proposed it decides: that it is done or not, in words, and of each advice whether it was
 *    taken, taken in part, or not, with a word why. Advice binds nobody; how it was taken is for all to read.
 * 5. There are no ballots, no roll and no quorum. It is never secret, and not moved at a gathering. The
 *    rules are fixed when it is decided.
 * 6. What is published says who was asked when, who gave advice when, how it was taken and who decided,
 *    not the words. Counted again, it fits when laws 1, 3 and 4 were kept.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Kind, Method } from '../kinds/kind.ts'
import { daysLater } from '../life/days.ts'
import type { State } from '../life/life.ts'

export const TAKEN = ['taken', 'partly', 'not'] as const
export type Taken = (typeof TAKEN)[number]
export type AdviceMethod = Extract<Method, { kind: 'advice' }>

export type AskedOne = { person: string; at: Instant; gone?: boolean | undefined }
export type GivenOne = { person: string; at: Instant; taken?: Taken | null }
export type Heard = {
  asked: readonly AskedOne[]
  given: readonly GivenOne[]
  zone: string
}

/** Law 3: who was asked and has not answered; until when they have time, null for as long as they like. */
export function silentIn(
  method: AdviceMethod,
  { asked, given, zone }: Heard,
): { silent: AskedOne[]; until: Instant | null } {
  const answered = new Set(given.map(({ person }) => person))
  const silent = asked.filter(({ person, gone }) => !gone && !answered.has(person))
  const { waits } = method
  if (waits.kind === 'answers') return { silent, until: null }
  const ends = silent.map(({ at }) => daysLater(at, waits.days, zone)).toSorted()
  return { silent, until: ends.at(-1) ?? null }
}

/** Laws 1 and 3: why it can't be decided at a moment; null when it can. */
export function refuseUnheard(
  method: AdviceMethod,
  heard: Heard,
  { opensAt, now }: { opensAt: Instant; now: Instant },
): Refusal | null {
  const { asked } = heard
  if (asked.length < method.least)
    return refuse('too-few-asked', { asked: asked.length, least: method.least })
  if (now < opensAt) return refuse('advice-too-early')
  const { silent, until } = silentIn(method, heard)
  const waits = silent.length > 0 && (until === null || now < until)
  return waits ? refuse('advice-outstanding', { count: silent.length }) : null
}

/** Law 1: null when somebody may be asked. */
export function refuseAsking(
  state: State,
  kind: Kind | null,
  { own, inside }: { own: boolean; inside: boolean },
): Refusal | null {
  const left = refuseAdvice(state, kind)
  if (left) return left
  if (own) return refuse('own-advice')
  return inside ? null : refuse('adviser-outside')
}

/** Laws 2 and 5: null when advice may be given. */
export function refuseAdvice(state: State, kind: Kind | null): Refusal | null {
  if (kind?.method.kind !== 'advice') return refuse('not-by-advice')
  return state === 'talk' ? null : refuse('no-advice-now')
}

/** Law 4: null when of each advice it is said how it was taken, and of nothing else. */
export function refuseUnsaid(
  given: readonly string[],
  said: readonly { person: string }[],
): Refusal | null {
  const missing = given.filter((person) => !said.some((one) => one.person === person)).length
  if (missing > 0) return refuse('advice-untaken', { count: missing })
  return said.length > given.length ? refuse('advice-changed') : null
}

export type AdviceCount = {
  asked: number
  least: number
  given: number
  unasked: number
  /** Asked and still inside, who gave none. */
  silent: number
  taken: Record<Taken, number>
  kept: boolean
}

export type Decided = Heard & { does: boolean; opened: Instant; closed: Instant; talkDays: number }

/** Law 6. */
export function countAdvice(method: AdviceMethod, decided: Decided): AdviceCount {
  const { asked, given, zone, opened, closed, talkDays } = decided
  const opensAt = daysLater(opened, talkDays, zone)
  const all = new Set(asked.map(({ person }) => person))
  const of = (taken: Taken) => given.filter((one) => one.taken === taken).length
  const unheard = refuseUnheard(method, decided, { opensAt, now: closed })
  return {
    asked: all.size,
    least: method.least,
    given: given.length,
    unasked: given.filter(({ person }) => !all.has(person)).length,
    silent: silentIn(method, decided).silent.length,
    taken: { taken: of('taken'), partly: of('partly'), not: of('not') },
    kept: unheard === null && all.size === asked.length && given.every(({ taken }) => taken),
  }
}
