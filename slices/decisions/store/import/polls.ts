/** Closed polls of an export become decisions that were counted (past.ts). */
import { isRefusal } from '#kernel/change.ts'
import { newId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Poll } from '../../rules/import/loomio-lines.ts'
import { type Shape, shapeOf, sumsDiffer } from '../../rules/import/loomio-poll.ts'
import { plainLine, plainText } from '../../rules/import/plain.ts'
import type { DecisionId } from '../tables.ts'
import { ballotsIn } from './ballots.ts'
import { type Bringing, keepKnown, knownAs, ORIGIN, personFor } from './known.ts'
import { keepPast } from '../past-elsewhere.ts'
import { groupOf, talkOfPoll } from './talks.ts'
import { byName, CLASS, type Counted, instant, type Times, withoutNames } from './papers.ts'
import { stagedRows, stagedUnder } from './staging.ts'

const LONGEST = { title: 160, text: 8000, option: 120 }
const SECOND = 1000

/** Its times; whatever the export says, it opened before it closed. */
function timesOf({ created_at, opened_at, closed_at }: Poll, now: Instant): Times {
  const closed = instant(closed_at) ?? now
  const made = instant(created_at) ?? closed
  const said = instant(opened_at) ?? made
  const opened = said < closed ? said : new Date(Date.parse(closed) - SECOND).toISOString()
  return { made: made < opened ? made : opened, opened, closed }
}

type Kept = {
  id: DecisionId
  circle: CircleId
  poll: Poll
  shape: Shape
  times: Times
  by: PersonId
  counted: Counted
}

/** Of several outcomes the last that stands. */
async function outcomeOf(bringing: Bringing, poll: Poll) {
  const all = await stagedUnder(bringing.tx, 'outcomes', [poll.id])
  const last = all.findLast(({ latest }) => latest) ?? all.at(-1)
  const words = last ? plainText(last.statement, last.statement_format, LONGEST.text) : ''
  if (!last || words === '') return null
  return {
    words,
    by: last.author_id === null ? null : await personFor(bringing, last.author_id),
    at: instant(last.created_at) ?? bringing.now,
  }
}

/** Writes it with all that belongs to it. */
async function keep(bringing: Bringing, kept: Kept): Promise<void> {
  const { tx, from, now } = bringing
  const { id, circle, poll, shape, times, by, counted } = kept
  const title = plainLine(poll.title, LONGEST.title) || `Loomio ${poll.key}`
  const past = {
    id,
    circle,
    thread: bringing.threads.get(await talkOfPoll(bringing, poll)) ?? null,
    by,
    times,
    title,
    question: plainText(poll.details, poll.details_format, LONGEST.text) || title,
    options: shape.options.map((name) => plainLine(name, LONGEST.option) || '–'),
    seats: shape.seats,
    ruling: { kind: shape.kind, classes: [{ key: CLASS, name: 'Members', weight: 1 }] },
    ...counted,
    outcome: await outcomeOf(bringing, poll),
    source: {
      origin: ORIGIN,
      key: poll.key,
      link: from ? `${from}/p/${poll.key}` : null,
      assumed: shape.assumed,
      anonymous: poll.anonymous,
    },
  }
  await keepPast(tx, past, now)
}

async function bringPoll(bringing: Bringing, poll: Poll): Promise<void> {
  const { tx, report, now } = bringing
  const key = poll.key || poll.id
  const leave = (why: string) => report.left.push({ what: 'poll', key, title: poll.title, why })
  if ((await knownAs(bringing, 'decision', key)) !== null) {
    report.decisions.already += 1
    return
  }
  const circle = await groupOf(bringing, poll)
  if (!circle) {
    leave('no-group')
    return
  }
  const options = await stagedUnder(tx, 'poll_options', [poll.id])
  const shape = shapeOf(poll, options)
  if (isRefusal(shape)) {
    leave(shape.refused)
    return
  }
  const found = await ballotsIn(tx, poll)
  const times = timesOf(poll, now)
  const counted = poll.anonymous
    ? await withoutNames(bringing, found, { shape, poll })
    : await byName(bringing, found, { shape, times, poll })
  if (counted.entries.length === 0) {
    leave('nobody-asked')
    return
  }
  for (const one of sumsDiffer(options, found.cast))
    report.differs.push({ key, title: poll.title, ...one })
  const by = await personFor(bringing, poll.author_id ?? '0')
  const id = newId('dcn', Date.parse(times.made))
  await keep(bringing, { id, circle, poll: { ...poll, key }, shape, times, by, counted })
  await keepKnown(bringing, 'decision', { key, id })
  report.decisions.taken += 1
  if (shape.assumed) report.assumed += 1
}

/** Brings all polls, one after the other. */
export async function bringPolls(bringing: Bringing): Promise<void> {
  for await (const poll of stagedRows(bringing.tx, 'polls')) await bringPoll(bringing, poll)
}
