/**
 * Recording: the voices of those who agreed, kept until a set day.
 * 1. There is none unless a facilitator who is in the room begins it while the gathering lives.
 *    Facilitators pause it, go on and stop it; the end stops it. It can't be begun where a later
 *    law of the gathering forbids it (sealed ones), or where it is heard in another tool.
 * 2. It is announced to all. Each is asked and answers for themselves, on entry or when it begins.
 *    Who has not agreed stays, speaks and is not recorded. An answer may be changed at any time, and
 *    holds from then on.
 * 3. Only microphones are recorded, only in the hall of all: groups of breakouts never are.
 * 4. Each takes their own voice out whole until the minutes are approved, whoever they are and
 *    wherever the gathering stands; from then on it is as settled as the minutes are.
 * 5. Facilitators leave parts out, from one moment till another: the sound of them is deleted. They
 *    set the day on which all is deleted, a year away at most, and may delete it at once.
 * 6. What was deleted is gone; that there was a recording, and who ended it, stays in the record.
 */
import { z } from 'zod'
import { type Change, type Fact, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import { DAY, type Instant, InstantSchema, msBetween, plus } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import type { Place } from '#slices/room/index.ts'

export const STATES = ['off', 'on', 'paused', 'stopped'] as const
export type State = (typeof STATES)[number]
export const RULED = ['on', 'paused', 'stopped'] as const

/** Why it stopped by itself. */
export const WHY = ['over', 'full', 'failed'] as const
export type Why = (typeof WHY)[number]

/** How long it is kept where nobody says otherwise, and at most; in days. */
export const USUALLY_KEPT = 30
export const LONGEST_KEPT = 366

export const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)
export const Part = z.object({ from: InstantSchema, till: InstantSchema })
export type Part = z.output<typeof Part>

export type Recording = {
  is: State
  /** Who answered, and what. */
  answers: Readonly<Record<string, boolean>>
  /** Parts that were left out. */
  cuts: readonly Part[]
  /** The last day on which it is kept; null before it was ever begun and after it was deleted. */
  until: string | null
  deleted: boolean
  /** Why it stopped, when nobody stopped it. */
  why: Why | null
}
export const NO_RECORDING: Recording = {
  is: 'off',
  answers: {},
  cuts: [],
  until: null,
  deleted: false,
  why: null,
}

/** How somebody stands in the room. */
export type Standing = Pick<Place, 'here' | 'removed' | 'over' | 'facilitates'>
type By = { standing: Standing; by: string }

const dayOf = (at: Instant) => at.slice(0, 10)

function unlessHere({ here, removed, over }: Standing): Refusal | null {
  if (over) return refuse('gathering-over')
  if (removed) return refuse('removed')
  return here ? null : refuse('not-in-the-room')
}

const unlessCares = ({ facilitates, removed }: Standing): Refusal | null =>
  facilitates && !removed ? null : refuse('only-facilitators')

/** Where nothing may be recorded, and why: the name of a refusal. */
export type Hindrance = string | null

/** Law 1. */
export function ruleRecording(
  recording: Recording,
  { standing, by }: By,
  { is, now, hindrance }: { is: (typeof RULED)[number]; now: Instant; hindrance: Hindrance },
): Change {
  const refusal = unlessHere(standing) ?? unlessCares(standing)
  if (refusal) return refusal
  if (recording.is === is) return happenAll()
  if (is === 'stopped')
    return isGoing(recording)
      ? happenAll({ kind: 'recording.stopped', data: { by, why: null } })
      : happenAll()
  if (is === 'paused')
    return recording.is === 'on'
      ? happenAll({ kind: 'recording.paused', data: { by } })
      : refuse('not-recording')
  if (hindrance !== null) return refuse(hindrance)
  if (recording.is === 'paused') return happenAll({ kind: 'recording.resumed', data: { by } })
  const until = recording.until ?? dayOf(plus(now, USUALLY_KEPT * DAY))
  return happenAll({ kind: 'recording.began', data: { by, until } })
}

/** It runs or rests: it was begun and not stopped. */
export const isGoing = ({ is }: Pick<Recording, 'is'>): boolean => is === 'on' || is === 'paused'

/** Law 1: it stops by itself. */
export function stopByItself(recording: Recording, why: Why): Change {
  return isGoing(recording)
    ? happenAll({ kind: 'recording.stopped', data: { by: null, why } })
    : happenAll()
}

/** Law 2. */
export function answer({ answers }: Recording, { standing, by }: By, agrees: boolean): Change {
  const refusal = unlessHere(standing)
  if (refusal) return refusal
  return answers[by] === agrees
    ? happenAll()
    : happenAll({ kind: 'recording.answered', data: { who: by, agrees } })
}

/** Laws 2 and 3: whose microphones are recorded now. */
export function recordedNow({ is, answers }: Pick<Recording, 'is' | 'answers'>): string[] {
  return is === 'on' ? Object.keys(answers).filter((who) => answers[who] === true) : []
}

/** Law 4; `approved`: the minutes are. */
export function takeVoiceOut(who: string, has: boolean, approved: boolean): Change {
  if (approved) return refuse('recording-settled')
  return has ? happenAll({ kind: 'recording.taken-out', data: { who } }) : refuse('not-found')
}

function unlessThere(recording: Recording): Refusal | null {
  if (recording.until === null) return refuse('not-found')
  return isGoing(recording) ? refuse('still-recording') : null
}

/** Law 5. */
export function cutPart(recording: Recording, { standing, by }: By, part: Part): Change {
  const refusal = unlessCares(standing) ?? unlessThere(recording)
  if (refusal) return refusal
  if (part.from >= part.till) return refuse('no-such-part')
  return happenAll({ kind: 'recording.cut', data: { ...part, by } })
}

/** Law 5. */
export function keepUntil(
  recording: Recording,
  { standing, by }: By,
  { until, now }: { until: string; now: Instant },
): Change {
  const refusal = unlessCares(standing)
  if (refusal) return refusal
  if (recording.until === null) return refuse('not-found')
  const days = msBetween(now, `${until}T23:59:59.999Z`) / DAY
  if (days < 0 || days > LONGEST_KEPT) return refuse('no-such-day')
  return until === recording.until
    ? happenAll()
    : happenAll({ kind: 'recording.kept-until', data: { until, by } })
}

/** Laws 5 and 6. */
export function deleteAll(recording: Recording, { standing, by }: By): Change {
  const refusal = unlessCares(standing) ?? unlessThere(recording)
  return refusal ?? happenAll({ kind: 'recording.deleted', data: { by } })
}

/** Law 5: once its day is over it is deleted, and stopped before where it still ran. */
export function fallDue(recording: Recording, now: Instant): Change {
  const { until } = recording
  if (until === null || dayOf(now) <= until) return happenAll()
  const stops: Fact[] = isGoing(recording)
    ? [{ kind: 'recording.stopped', data: { by: null, why: 'over' } }]
    : []
  return happenAll<Fact>(...stops, { kind: 'recording.deleted', data: { by: null } })
}

const Began = z.object({ until: z.string() })
const Stopped = z.object({ why: z.enum(WHY).nullable() })
const Answered = z.object({ who: Who, agrees: z.boolean() })
const TakenOut = z.object({ who: Who })

const all: Record<string, (recording: Recording, data: unknown) => Recording | undefined> = {
  'recording.began': (was, data) => {
    const { until } = Began.safeParse(data).data ?? { until: was.until }
    return { ...was, is: 'on', until, deleted: false, why: null }
  },
  'recording.paused': (was) => ({ ...was, is: 'paused' }),
  'recording.resumed': (was) => ({ ...was, is: 'on' }),
  'recording.stopped': (was, data) => ({
    ...was,
    is: 'stopped',
    why: Stopped.safeParse(data).data?.why ?? null,
  }),
  'recording.answered': (was, data) => {
    const said = Answered.safeParse(data).data
    return said && { ...was, answers: { ...was.answers, [said.who]: said.agrees } }
  },
  'recording.taken-out': (was, data) => {
    const said = TakenOut.safeParse(data).data
    return said && { ...was, answers: { ...was.answers, [said.who]: false } }
  },
  'recording.cut': (was, data) => {
    const part = Part.safeParse(data).data
    return part && { ...was, cuts: [...was.cuts, part] }
  },
  'recording.kept-until': (was, data) => {
    const said = Began.safeParse(data).data
    return said && { ...was, until: said.until }
  },
  'recording.deleted': (was) => ({ ...was, until: null, cuts: [], deleted: true }),
}

/** The recording after an entry; one that can't be read changes nothing. */
export function apply(recording: Recording, { kind, data }: Pick<Entry, 'kind' | 'data'>) {
  return all[kind]?.(recording, data) ?? recording
}
