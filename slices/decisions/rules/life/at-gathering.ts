/**
 * A decision that a gathering takes in its room.
 * 1. Its kind must say that a gathering may decide it (kinds/kind.ts). What its kind leaves open does
 *    not open, as over days. A secret one does not: in the room everybody sees who is busy with a
 *    ballot when, so papers are taken over days. Nor does what is decided by advice: who proposed it decides.
 * 2. The roll is that of the circle at that moment, everybody on it, marked with who is in the room: a
 *    person, or a co-op one of whose delegates is.
 * 3. It is decided by **show of hands**, by **roll call** or by **ballot**. The first two let everybody in
 *    the room see who votes what while it is open, so they are for kinds whose ballots are open; the rules
 *    that are fixed say that results show. By ballot nothing shows before the close.
 * 4. It is open until a facilitator closes it, or the gathering ends; a day at most. Only who is in the
 *    room votes on it.
 * 5. An amendment is a decision of its own on the text of another, by the same people and with the same
 *    quorum. Where the motion is a question it passes when more are in favour than against; else it is
 *    decided as the motion. It does nothing but change that text.
 * 6. What was announced (life.ts, law 7) is decided as it was announced: its text, its options and what it
 *    is about stand. Those who supported it then are asked for no second.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { atGathering, choosesOptions, type Kind, type Method } from '../kinds/kind.ts'
import { unstated } from './life.ts'

export const WAYS = ['hands', 'calls', 'ballot'] as const
export type Way = (typeof WAYS)[number]

/** The key of amendments; no kind of a constitution has it. */
export const AMENDMENT_KEY = 'amendment'

const MORE_IN_FAVOUR: Method = {
  kind: 'question',
  threshold: { reach: { of: 1, in: 2 }, strict: true },
  base: 'cast',
  inEach: null,
  block: { kind: 'forbidden' },
  leastFavour: null,
  mostAgainst: null,
}

/** Law 3: the kind as it is fixed for a way. */
export function kindInRoom(kind: Kind, way: Way): Kind {
  return { ...kind, shows: way === 'ballot' ? 'close' : 'open' }
}

/** Law 5. */
export function kindOfAmendment(kind: Kind, name: string): Kind {
  const { method } = kind
  return {
    ...kind,
    key: AMENDMENT_KEY,
    name,
    about: 'ordinary',
    above: null,
    reviewDays: null,
    method: method.kind === 'question' ? MORE_IN_FAVOUR : method,
    weights: kind.weights.kind === 'class' ? kind.weights : { kind: 'flat' },
  }
}

/** Law 1: why nothing of a kind is decided at a gathering; null where it is. */
export function unmovable(kind: Kind): Refusal | null {
  const left = unstated(kind)
  if (left) return left
  if (kind.method.kind === 'advice') return refuse('advice-not-moved', { kind: kind.name })
  if (kind.secrecy === 'secret') return refuse('secret-over-days', { kind: kind.name })
  return atGathering(kind) ? null : refuse('only-over-days', { kind: kind.name })
}

/** Laws 1 and 3. */
export function unopenableInRoom(kind: Kind, way: Way): Refusal | null {
  const left = unmovable(kind)
  if (left || way === 'ballot') return left
  if (kind.secrecy !== 'open') return refuse('ballot-only', { kind: kind.name })
  return choosesOptions(kind.method) ? refuse('ballot-only', { kind: kind.name }) : null
}
