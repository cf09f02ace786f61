/**
 * Closed polls of an export become decisions that were counted: text, roll, ballots and publication as if
 * they had been decided here, marked with where they come from. Nothing follows from their outcome: no term
 * begins, no rule changes, nobody is asked or told.
 */
import { isRefusal } from '#kernel/change.ts'
import { newId } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { publishDecision } from '../../rules/count/publication.ts'
import type { Poll } from '../../rules/import/loomio-lines.ts'
import { type Shape, shapeOf, sumsDiffer } from '../../rules/import/loomio-poll.ts'
import { plainLine, plainText } from '../../rules/import/plain.ts'
import { type DecisionId, topicOf, writing } from '../tables.ts'
import { writeRoll } from '../ballots.ts'
import { ballotsIn } from './ballots.ts'
import { type Bringing, keepKnown, knownAs, ORIGIN, personFor } from './known.ts'
import { byName, CLASS, type Counted, instant, type Times, withoutNames } from './papers.ts'
import { stagedAt, stagedRows, stagedUnder } from './staging.ts'

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

async function writeDecision({ tx }: Bringing, { id, circle, poll, shape, times, by }: Kept) {
  await writing(tx)
    .insertInto('decisions')
    .values({
      id,
      circle,
      kind: shape.kind.key,
      follows: null,
      state: 'draft',
      made_by: by,
      made_at: times.made,
      text: 1,
      proposed_at: times.made,
      opens_at: times.opened,
    })
    .execute()
  const title = plainLine(poll.title, LONGEST.title) || `Loomio ${poll.key}`
  const question = plainText(poll.details, poll.details_format, LONGEST.text) || title
  const options = shape.options.map((name) => ({
    name: plainLine(name, LONGEST.option) || '–',
    note: '',
    person: null,
  }))
  await writing(tx)
    .insertInto('decision_texts')
    .values({
      decision: id,
      number: 1,
      title,
      question,
      options: JSON.stringify(options),
      seats: shape.seats,
      why: '',
      by,
      at: times.made,
    })
    .execute()
  return { title, question, options: options.map(({ name }) => name) }
}

/** Its roll, and its opening at its own time. */
async function openAgain(
  { tx }: Bringing,
  { id, circle, times, counted }: Kept,
  { ruling, rollHash }: { ruling: object; rollHash: string },
): Promise<void> {
  const named = counted.entries.filter(({ member }) => member.startsWith('per_'))
  const as = {
    kind: 'person',
    class: CLASS,
    weight: 1,
    votes: true,
    why: 'class',
    day: null,
  } as const
  await writeRoll(
    tx,
    id,
    named.map(({ member }) => ({ member, ...as })),
  )
  await writing(tx)
    .updateTable('decisions')
    .set({
      state: 'open',
      ruling: JSON.stringify(ruling),
      ruled_by: circle,
      ruled_version: 0,
      roll_sha256: rollHash,
      opened_at: times.opened,
      closes_at: times.closed,
    })
    .where('id', '=', id)
    .execute()
}

async function writeBallots({ tx }: Bringing, { id, counted }: Kept): Promise<void> {
  for (const { member, vote, said, at } of counted.ballots) {
    await writing(tx)
      .insertInto('decision_ballots')
      .values({ decision: id, member, vote: JSON.stringify(vote), said, by: member, at })
      .execute()
    await writing(tx)
      .updateTable('decision_roll')
      .set({ voted_at: at })
      .where('decision', '=', id)
      .where('member', '=', member)
      .execute()
  }
}

/** Of several outcomes the last that stands. */
async function outcomeOf(bringing: Bringing, poll: Poll) {
  const all = await stagedUnder(bringing.tx, 'outcomes', [poll.id])
  const last = all.findLast(({ latest }) => latest) ?? all.at(-1)
  const words = last ? plainText(last.statement, last.statement_format, LONGEST.text) : ''
  if (!last || words === '') return {}
  return {
    outcome: words,
    outcome_by: last.author_id === null ? null : await personFor(bringing, last.author_id),
    outcome_at: instant(last.created_at) ?? bringing.now,
  }
}

/** Writes a decision with all that belongs to it: opened, voted on and counted at its own times. */
async function keep(bringing: Bringing, kept: Kept): Promise<void> {
  const { tx, now, from } = bringing
  const { id, circle, poll, shape, times, counted } = kept
  const text = await writeDecision(bringing, kept)
  const ruling = {
    kind: shape.kind,
    classes: [{ key: CLASS, name: 'Members', weight: 1 }],
  }
  const { published } = publishDecision({
    decision: id,
    circle,
    ...text,
    constitution: { circle, version: 0 },
    ruling,
    seats: shape.seats,
    lot: null,
    opened: times.opened,
    closed: times.closed,
    roll: counted.entries,
    papers: counted.papers,
  })
  await openAgain(bringing, kept, { ruling, rollHash: published.roll.sha256 })
  await writeBallots(bringing, kept)
  const { fingerprint, outcome } = published
  await writing(tx)
    .insertInto('decision_counts')
    .values({ decision: id, publication: JSON.stringify(published), fingerprint })
    .execute()
  await writing(tx)
    .updateTable('decisions')
    .set({
      state: 'counted',
      counted_at: times.closed,
      reminded_at: times.closed,
      result: outcome,
      ...(await outcomeOf(bringing, poll)),
    })
    .where('id', '=', id)
    .execute()
  const link = from ? `${from}/p/${poll.key}` : null
  const source = { circle, origin: ORIGIN, link, assumed: shape.assumed, anonymous: poll.anonymous }
  await writing(tx)
    .insertInto('decision_sources')
    .values({ decision: id, ...source })
    .execute()
  const data = { circle, decision: id, origin: ORIGIN, key: poll.key, fingerprint }
  await note(tx, topicOf(id), [{ kind: 'decision.imported', data }], { now, actor: null })
}

/** The group that a poll, or a discussion, stands in; null for what is between persons. */
export async function groupOf(
  { tx, groups }: Bringing,
  row: { topic_id: string | null; group_id: string | null },
): Promise<CircleId | null> {
  const topic = row.topic_id === null ? null : await stagedAt(tx, 'topics', row.topic_id)
  const group = topic?.group_id ?? row.group_id
  return (group === null ? null : groups.get(group)) ?? null
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
