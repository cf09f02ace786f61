/**
 * The life of a motion in a room, as assemblies know it.
 * 1. Whoever is in the room and may propose by its kind moves it. One motion is pending at a time.
 * 2. It is **seconded** by as many others as its kind asks for, each once, all of the circle.
 * 3. Seconded, a facilitator **states** it: from then on it belongs to the assembly and is talked about.
 * 4. Stated, any member in the room may move an **amendment**: the whole text as it would read then. It is
 *    seconded as a motion is. It may be amended itself, once; deeper it does not go, and on each level
 *    one is pending. Where options are chosen there is no text to amend: options are added before the vote.
 * 5. A facilitator puts the newest of what is pending to the vote, the motion when no amendment is left.
 *    An amendment that is adopted puts its text in the place of the one it amends.
 * 6. Before it is stated, whoever moved it **withdraws** it; an amendment until it is put to the vote. Once
 *    stated they ask leave; a facilitator gives it when nobody objects, and one objection ends the asking.
 * 7. A facilitator **postpones** what is stated and not being voted on. What nobody seconds falls.
 * 8. What is pending on a text ends with it. When the gathering ends, an open vote is counted as it
 *    stands, and what else is pending falls.
 */
import { refuse, type Refusal } from '#kernel/change.ts'

export const STATES = [
  'moved',
  'stated',
  'voting',
  'counted',
  'withdrawn',
  'postponed',
  'fell',
] as const
export type State = (typeof STATES)[number]

/** A motion, or an amendment to what it stands `over`. */
export type Standing = {
  id: string
  over: string | null
  state: State
  movedBy: string
  /** How many others must second it, and who did. */
  needed: number
  seconders: readonly string[]
  leaveAsked: boolean
}

/** What is pending: the motion, its amendment, the amendment to that, in this order. */
export type Pending = readonly Standing[]

const PENDING: ReadonlySet<State> = new Set(['moved', 'stated', 'voting'])
export const isPending = ({ state }: Pick<Standing, 'state'>): boolean => PENDING.has(state)

const MOST_LEVELS = 3

/** What is pending of all that there is, the motion first. */
export function pendingOf<S extends Standing>(all: readonly S[]): S[] {
  const levels: S[] = []
  for (;;) {
    const over = levels.at(-1)?.id ?? null
    const next = all.find((one) => one.over === over && isPending(one))
    if (!next || levels.length === MOST_LEVELS) return levels
    levels.push(next)
  }
}

export const isSeconded = ({ needed, seconders }: Pick<Standing, 'needed' | 'seconders'>) =>
  seconders.length >= needed

const voteIsOpen = (pending: Pending) => pending.some(({ state }) => state === 'voting')

/** Law 1. */
export function unlessFree(pending: Pending): Refusal | null {
  return pending.length > 0 ? refuse('motion-pending') : null
}

/** Law 2. */
export function unlessToSecond(one: Standing, by: string): Refusal | null {
  if (one.state !== 'moved' || isSeconded(one)) return refuse('nothing-to-second')
  if (one.movedBy === by) return refuse('own-motion')
  return one.seconders.includes(by) ? refuse('seconded-already') : null
}

const missing = ({ needed, seconders }: Standing) => needed - seconders.length

/** Law 3. */
export function unlessToState(one: Standing): Refusal | null {
  if (one.over !== null || one.state !== 'moved') return refuse('nothing-to-state')
  return isSeconded(one) ? null : refuse('not-seconded', { missing: missing(one) })
}

/** Law 4: whether the text of `id` may be amended now. */
export function unlessToAmend(pending: Pending, id: string): Refusal | null {
  const [main] = pending
  const level = pending.findIndex((one) => one.id === id)
  if (!main || level < 0) return refuse('not-pending')
  if (voteIsOpen(pending)) return refuse('vote-open')
  if (main.state === 'moved') return refuse('not-stated')
  if (level === MOST_LEVELS - 1) return refuse('amended-deep-enough')
  return level === pending.length - 1 ? null : refuse('amendment-pending')
}

/** Law 5. */
export function unlessToPut(pending: Pending, id: string): Refusal | null {
  const [main] = pending
  const level = pending.findIndex((one) => one.id === id)
  const one = pending[level]
  if (!main || !one) return refuse('not-pending')
  if (voteIsOpen(pending)) return refuse('vote-open')
  if (level < pending.length - 1) return refuse('amendment-first')
  if (main.state === 'moved') return refuse('not-stated')
  return isSeconded(one) ? null : refuse('not-seconded', { missing: missing(one) })
}

/** Law 6: what withdrawing comes to. */
export function withdrawing(
  pending: Pending,
  id: string,
  by: string,
): 'withdrawn' | 'leave-asked' | Refusal {
  const one = pending.find((each) => each.id === id)
  if (!one) return refuse('not-pending')
  if (one.movedBy !== by) return refuse('not-your-motion')
  if (voteIsOpen(pending)) return refuse('vote-open')
  return one.state === 'moved' ? 'withdrawn' : 'leave-asked'
}

/** Law 6: whether leave is asked, to give it or to object. */
export function unlessLeaveAsked(one: Standing): Refusal | null {
  return one.state === 'stated' && one.leaveAsked ? null : refuse('no-leave-asked')
}

/** Law 7. */
export function unlessToPostpone(pending: Pending): Refusal | null {
  const [main] = pending
  if (!main) return refuse('not-pending')
  if (voteIsOpen(pending)) return refuse('vote-open')
  return main.state === 'stated' ? null : refuse('not-stated')
}

/** Law 7: what may be let fall. */
export function unlessUnseconded(one: Standing): Refusal | null {
  return one.state === 'moved' && !isSeconded(one) ? null : refuse('seconded-enough')
}

/** Law 8: what ends when one ends; itself, and what stands over it. */
export function endingWith(pending: Pending, id: string): string[] {
  const level = pending.findIndex((one) => one.id === id)
  return level < 0 ? [] : pending.slice(level).map((one) => one.id)
}

/** What is to be done next, and by whom. */
export type Step =
  | { do: 'second'; id: string; missing: number }
  | { do: 'state'; id: string }
  | { do: 'talk'; id: string }
  | { do: 'leave'; id: string }
  | { do: 'vote'; id: string }

/** The one next step; null when nothing is pending. */
export function nextStep(pending: Pending): Step | null {
  const top = pending.at(-1)
  if (!top) return null
  const { id } = top
  const voting = pending.find(({ state }) => state === 'voting')
  if (voting) return { do: 'vote', id: voting.id }
  if (!isSeconded(top)) return { do: 'second', id, missing: missing(top) }
  if (top.over === null && top.state === 'moved') return { do: 'state', id }
  return top.leaveAsked ? { do: 'leave', id } : { do: 'talk', id }
}
