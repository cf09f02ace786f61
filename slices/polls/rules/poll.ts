/**
 * A poll of a circle over days, in three forms: a time poll (which of these times suits?), a sense
 * check (a statement: sounds good, not sure, have concerns) and a question round (each answers in words).
 *
 * 1. It belongs to one circle. Who is inside (members, delegates, stewards) reads it, answers it and may
 *    ask one of their own; nobody else sees that it is there. Each gives one answer, and changes it or
 *    takes it back until the close.
 * 2. It closes by itself at the time that was set, once. Whoever asked, and the stewards of the circle,
 *    close it before, move its close, open it again, or withdraw it with a reason that everybody reads.
 *    The close lies a quarter of an hour to a year ahead, and in a time poll not behind its last time.
 * 3. Until the first answer whoever keeps it (law 2) changes what is asked. From then on that stands.
 * 4. Everybody inside sees every answer with its name, as it comes. Whoever asks may choose otherwise:
 *    in a sense check or a round that one sees others' answers after one's own, or after the close; in a
 *    time poll or a sense check that names are hidden. Then there are only sums, and words that bear no
 *    name; who said what is shown to nobody, told nowhere and not carried on.
 * 5. A time poll ends as one gathering at most: whoever keeps it chooses one of its times, if they may
 *    call gatherings of the circle. That closes it. If the gathering is called off it may be opened again.
 * 6. A sense check and a round end with a summary in words, by whoever keeps it, after the close.
 * 7. What was withdrawn is read, but not answered, and not opened again.
 * 8. One person has at most twenty polls open in a circle.
 */
import { type Refusal, refuse } from '#kernel/change.ts'
import { DAY, type Instant, MINUTE, msBetween, plus } from '#kernel/clock.ts'

export const FORMS = ['time', 'sense', 'round'] as const
export type Form = (typeof FORMS)[number]
export const SHOWN = ['at-once', 'after-own'] as const
export type Shown = (typeof SHOWN)[number]
export const STANCES = ['good', 'unsure', 'concern'] as const
export type Stance = (typeof STANCES)[number]
export const STATES = ['open', 'closed', 'withdrawn'] as const
export type State = (typeof STATES)[number]

export const TITLE_LENGTH = 160
export const WORDS_LENGTH = 4000
export const ANSWER_LENGTH = 4000
export const REASON_LENGTH = 1000
export const SUMMARY_LENGTH = 4000
export const MOST_SLOTS = 60
export const MOST_OPEN = 20
const LEAST_OPEN = 15 * MINUTE
const MOST_DAYS = 366

export type Slot = { startsAt: Instant; minutes: number }

/** What of a poll the rules look at. */
export type Standing = {
  form: Form
  closesAt: Instant
  closedAt: Instant | null
  withdrawnAt: Instant | null
  /** A gathering was called from it, and stands. */
  called: boolean
  answers: number
}

/** Law 2: where it stands at a moment; the close counts from its time on, whenever it is noted. */
export function stateOf(
  { closesAt, closedAt, withdrawnAt }: Omit<Standing, 'form' | 'called' | 'answers'>,
  now: Instant,
): State {
  if (withdrawnAt !== null) return 'withdrawn'
  return closedAt !== null || now >= closesAt ? 'closed' : 'open'
}

/** Law 2: refuses `closes-too-soon`, `closes-too-late`, `closes-after-times`. */
function unfitClose(closesAt: Instant, slots: readonly Slot[], now: Instant): Refusal | null {
  const ahead = msBetween(now, closesAt)
  if (ahead < LEAST_OPEN) return refuse('closes-too-soon')
  if (ahead > MOST_DAYS * DAY) return refuse('closes-too-late')
  const last = slots
    .map(({ startsAt }) => startsAt)
    .toSorted()
    .at(-1)
  return last !== undefined && closesAt > last ? refuse('closes-after-times') : null
}

/** Refuses `no-times`, `too-many-times`, `time-past`, `time-twice`. */
function unfitSlots(slots: readonly Slot[], now: Instant): Refusal | null {
  if (slots.length === 0) return refuse('no-times')
  if (slots.length > MOST_SLOTS)
    return refuse('too-many-times', { count: slots.length, most: MOST_SLOTS })
  if (slots.some(({ startsAt }) => startsAt <= now)) return refuse('time-past')
  const different = new Set(slots.map(({ startsAt, minutes }) => `${startsAt} ${minutes}`))
  return different.size < slots.length ? refuse('time-twice') : null
}

export type Asked = {
  form: Form
  closesAt: Instant
  slots: readonly Slot[]
  hidden: boolean
  shown: Shown
}

/** Laws 2 and 4: why it can't be asked so; null when it can. */
export function unfit(
  { form, closesAt, slots, hidden, shown }: Asked,
  now: Instant,
): Refusal | null {
  const times = form === 'time' ? unfitSlots(slots, now) : null
  if (times) return times
  if (form === 'round' && hidden) return refuse('names-in-rounds')
  if (form === 'time' && shown !== 'at-once') return refuse('times-at-once')
  return unfitClose(closesAt, form === 'time' ? slots : [], now)
}

/** Law 8: refuses `many-polls-open`. */
export function mayAsk(open: number): Refusal | null {
  return open >= MOST_OPEN ? refuse('many-polls-open', { most: MOST_OPEN }) : null
}

/** Laws 1 and 7: refuses `poll-over`, `poll-withdrawn`. */
export function mayAnswer(poll: Standing, now: Instant): Refusal | null {
  const state = stateOf(poll, now)
  if (state === 'withdrawn') return refuse('poll-withdrawn')
  return state === 'closed' ? refuse('poll-over') : null
}

export type Given = { stance: Stance | null; text: string; marks: number }

/** Law 1: an answer says something, in the form that is asked for. Refuses `answer-missing`, `answer-too-long`. */
export function unfitAnswer(form: Form, { stance, text, marks }: Given): Refusal | null {
  const said = { time: marks > 0 || text !== '', sense: stance !== null, round: text !== '' }
  if (!said[form]) return refuse('answer-missing')
  const most = form === 'round' ? ANSWER_LENGTH : REASON_LENGTH
  return [...text].length > most ? refuse('answer-too-long', { most }) : null
}

/** Law 3: refuses `poll-answered`, `poll-over`, `poll-withdrawn`. */
export function mayChange(poll: Standing, now: Instant): Refusal | null {
  return mayAnswer(poll, now) ?? (poll.answers > 0 ? refuse('poll-answered') : null)
}

/** Law 2: moves the close of what is open. */
export function moveClose(
  poll: Standing,
  { closesAt, slots }: Pick<Asked, 'closesAt' | 'slots'>,
  now: Instant,
): Refusal | null {
  return mayAnswer(poll, now) ?? unfitClose(closesAt, slots, now)
}

/** Laws 2, 5 and 7: refuses `poll-open-still`, `poll-withdrawn`, `gathering-stands`. */
export function reopen(
  poll: Standing,
  { closesAt, slots }: Pick<Asked, 'closesAt' | 'slots'>,
  now: Instant,
): Refusal | null {
  const state = stateOf(poll, now)
  if (state === 'withdrawn') return refuse('poll-withdrawn')
  if (state === 'open') return refuse('poll-open-still')
  return poll.called ? refuse('gathering-stands') : unfitClose(closesAt, slots, now)
}

/** Laws 2 and 5: refuses `poll-withdrawn`, `gathering-stands`. */
export function mayWithdraw(poll: Standing): Refusal | null {
  if (poll.withdrawnAt !== null) return refuse('poll-withdrawn')
  return poll.called ? refuse('gathering-stands') : null
}

/** Law 6: refuses `no-summary-here`, `poll-open-still`, `poll-withdrawn`. */
export function maySum(poll: Standing, now: Instant): Refusal | null {
  if (poll.form === 'time') return refuse('no-summary-here')
  const state = stateOf(poll, now)
  if (state === 'withdrawn') return refuse('poll-withdrawn')
  return state === 'open' ? refuse('poll-open-still') : null
}

/** Law 5: refuses `time-unknown`, `poll-withdrawn`, `time-past`. */
export function mayChoose(poll: Standing, slot: Slot | null, now: Instant): Refusal | null {
  if (poll.form !== 'time' || slot === null) return refuse('time-unknown')
  if (poll.withdrawnAt !== null) return refuse('poll-withdrawn')
  return slot.startsAt <= now ? refuse('time-past') : null
}

/** Law 4: whether somebody sees what others answered. */
export function seesAnswers(
  { shown, state }: { shown: Shown; state: State },
  { answered }: { answered: boolean },
): boolean {
  return shown === 'at-once' || answered || state !== 'open'
}

/** When who has not answered is reminded: a day before the close, at half time of what is open shorter. */
export function remindsAt(openedAt: Instant, closesAt: Instant): Instant {
  return plus(closesAt, -Math.min(DAY, msBetween(openedAt, closesAt) / 2))
}
