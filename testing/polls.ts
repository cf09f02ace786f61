/** Polls for stories: asked and answered in a line. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { answerPoll } from '#slices/polls/api/answering.ts'
import { askPoll } from '#slices/polls/api/asking.ts'
import { readPoll } from '#slices/polls/api/reading.ts'
import type { PollId } from '#slices/polls/store/tables.ts'
import type { Mark } from '#slices/polls/rules/slots.ts'
import type { Somebody } from './people.ts'

/** Three evenings at seven in Amsterdam, from Thursday 10 December 2026 on. */
export const EVENINGS = ['2026-12-10T19:00', '2026-12-11T19:00', '2026-12-14T19:00'].map(
  (starts) => ({ starts, minutes: 90 }),
)

type Asking = Partial<{
  title: string
  words: string
  hidden: boolean
  shown: 'at-once' | 'after-own'
  closesAt: Instant
  thread: `thr_${string}` | null
  times: { starts: string; minutes: number }[]
  zone: string
}>

async function asked(
  who: Somebody,
  circle: CircleId,
  { form, now, ...given }: Asking & { form: 'time' | 'sense' | 'round'; now: Instant },
): Promise<PollId> {
  const body = { form, title: 'A question', closesAt: plus(now, 5 * DAY), ...given }
  return (await who.browser.call(askPoll, { params: { circle }, body })).poll
}

/** Asks which evening suits. */
export const askedTimes = (who: Somebody, circle: CircleId, now: Instant, given: Asking = {}) =>
  asked(who, circle, {
    form: 'time',
    title: 'When do we clean the hall?',
    zone: 'Europe/Amsterdam',
    times: EVENINGS,
    now,
    ...given,
  })

/** Asks how a statement sounds. */
export const askedSense = (who: Somebody, circle: CircleId, now: Instant, given: Asking = {}) =>
  asked(who, circle, { form: 'sense', title: 'We buy a bread oven', now, ...given })

/** Asks what everybody thinks. */
export const askedRound = (who: Somebody, circle: CircleId, now: Instant, given: Asking = {}) =>
  asked(who, circle, { form: 'round', title: 'What do we need this winter?', now, ...given })

/** Marks the times of a poll in their order; null: says nothing about one. */
export async function marked(
  who: Somebody,
  poll: PollId,
  marks: readonly (Mark | null)[],
  text = '',
): Promise<void> {
  const { slots } = await who.browser.call(readPoll, { params: { poll } })
  const given = slots.flatMap(({ id }, at) => {
    const mark = marks[at]
    return mark ? [{ slot: id, mark }] : []
  })
  await who.browser.call(answerPoll, { params: { poll }, body: { marks: given, text } })
}
