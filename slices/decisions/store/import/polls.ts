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
import type { Paper } from '../../rules/count/count.ts'
import { publishDecision } from '../../rules/count/publication.ts'
import type { RollEntry } from '../../rules/count/published.ts'
import { Vote } from '../../rules/count/votes.ts'
import type { Poll } from '../../rules/import/loomio-lines.ts'
import { type Shape, shapeOf, sumsDiffer } from '../../rules/import/loomio-poll.ts'
import { plainLine, plainText } from '../../rules/import/plain.ts'
import { type DecisionId, topicOf, writing } from '../tables.ts'
import { writeRoll } from '../ballots.ts'
import { ballotsIn, type Cast, type Found } from './ballots.ts'
import { type Bringing, keepKnown, knownAs, ORIGIN, personFor } from './known.ts'
import { stagedAt, stagedRows, stagedUnder } from './staging.ts'

const CLASS = 'member'
const LONGEST = { title: 160, text: 8000, option: 120, said: 2000 }
const SECOND = 1000

const instant = (text: string | null): Instant | null => {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

type Times = { made: Instant; opened: Instant; closed: Instant }

/** Its times; whatever the export says, it opened before it closed. */
function timesOf({ created_at, opened_at, closed_at }: Poll, now: Instant): Times {
  const closed = instant(closed_at) ?? now
  const made = instant(created_at) ?? closed
  const said = instant(opened_at) ?? made
  const opened = said < closed ? said : new Date(Date.parse(closed) - SECOND).toISOString()
  return { made: made < opened ? made : opened, opened, closed }
}

type Ballot = { member: PersonId; vote: Vote; said: string; at: Instant }

type Counted = {
  papers: Paper[]
  entries: RollEntry[]
  /** By name, where they have names. */
  ballots: Ballot[]
}

function entryOf(member: string, voted: boolean): RollEntry {
  return { member, kind: 'person', class: CLASS, voted }
}

function voteOf(shape: Shape, cast: Cast): Vote | null {
  const read = Vote.safeParse(shape.voteOf(cast))
  return read.success ? read.data : null
}

const paperOf = (vote: Vote): Paper => ({ class: CLASS, vote })

/** Ballots with names: one a person, even if they had two names there. */
async function byName(
  bringing: Bringing,
  { cast, voters }: Found,
  { shape, times, poll }: { shape: Shape; times: Times; poll: Poll },
): Promise<Counted> {
  const ballots = new Map<PersonId, Ballot>()
  const roll = new Set<PersonId>()
  for (const { user } of voters) roll.add(await personFor(bringing, user))
  for (const one of cast) {
    const vote = voteOf(shape, one)
    if (!vote || one.user === null) {
      const { key, title } = poll
      bringing.report.left.push({ what: 'ballot', key, title, why: 'says-nothing' })
      continue
    }
    const member = await personFor(bringing, one.user)
    roll.add(member)
    const cast1 = instant(one.at) ?? times.opened
    const latest = new Date(Date.parse(times.closed) - 1).toISOString()
    const at = cast1 < times.closed ? cast1 : latest
    const said = plainText(one.said.text, one.said.format, LONGEST.said)
    ballots.set(member, { member, vote, said, at })
  }
  const entries = [...roll].map((member) => entryOf(member, ballots.has(member)))
  const all = [...ballots.values()]
  return { papers: all.map(({ vote }) => paperOf(vote)), entries, ballots: all }
}

/** Ballots without names; where the export does not say who voted, the roll has as many as voted. */
async function withoutNames(
  bringing: Bringing,
  { cast, voters }: Found,
  { shape, poll }: { shape: Shape; poll: Poll },
): Promise<Counted> {
  const votes = cast.flatMap((one) => voteOf(shape, one) ?? [])
  const papers = votes.map(paperOf)
  const voted = voters.filter((one) => one.voted).length
  if (voted === votes.length) {
    const entries = new Map<PersonId, RollEntry>()
    for (const one of voters) {
      const member = await personFor(bringing, one.user)
      entries.set(member, entryOf(member, one.voted ?? false))
    }
    const marked = [...entries.values()].filter((one) => one.voted).length
    if (marked === votes.length) return { papers, entries: [...entries.values()], ballots: [] }
  }
  const { key, title } = poll
  bringing.report.left.push({ what: 'poll', key, title, why: 'roll-unsaid' })
  const size = Math.max(voters.length, votes.length)
  const entries = Array.from({ length: size }, (_, at) =>
    entryOf(`unnamed-${String(at + 1).padStart(6, '0')}`, at < votes.length),
  )
  return { papers, entries, ballots: [] }
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
  const named = counted.entries.filter(({ member }) => member.startsWith('per_'))
  await writeRoll(
    tx,
    id,
    named.map(({ member }) => ({
      member,
      kind: 'person',
      class: CLASS,
      weight: 1,
      votes: true,
      why: 'class',
      day: null,
    })),
  )
  await writing(tx)
    .updateTable('decisions')
    .set({
      state: 'open',
      ruling: JSON.stringify(ruling),
      ruled_by: circle,
      ruled_version: 0,
      roll_sha256: published.roll.sha256,
      opened_at: times.opened,
      closes_at: times.closed,
    })
    .where('id', '=', id)
    .execute()
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
