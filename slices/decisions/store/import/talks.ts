/**
 * Discussions of an export become threads, with their own times; their text is what is said first. What is
 * said beside a poll that stands alone becomes a thread of its name, which the decision then came of.
 */
import type { CircleId } from '#slices/circles/index.ts'
import {
  bringComments,
  bringThread,
  COMMENT_LENGTH,
  readByAll,
  standingThread,
  type Thread,
  TITLE_LENGTH,
} from '#slices/threads/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Discussion, Poll } from '../../rules/import/loomio-lines.ts'
import { plainLine, plainText } from '../../rules/import/plain.ts'
import { isThread } from '../tables.ts'
import { type Bringing, keepKnown, knownAs, ORIGIN, personFor } from './known.ts'
import { instant } from './papers.ts'
import { stagedAt, stagedRows } from './staging.ts'

/** The group that a poll, or a discussion, stands in; null for what is between persons. */
export async function groupOf(
  { tx, groups }: Bringing,
  row: { topic_id: string | null; group_id: string | null },
): Promise<CircleId | null> {
  const topic = row.topic_id === null ? null : await stagedAt(tx, 'topics', row.topic_id)
  const group = topic?.group_id ?? row.group_id
  return (group === null ? null : groups.get(group)) ?? null
}

const called = (what: 'discussion' | 'poll', id: string) => `${what} ${id}`

/** What is talked about where a poll stands: a discussion, or the poll itself. */
export async function talkOfPoll({ tx }: Bringing, poll: Poll): Promise<string> {
  const topic = poll.topic_id === null ? null : await stagedAt(tx, 'topics', poll.topic_id)
  if (topic?.topicable_type === 'Discussion' && topic.topicable_id !== null)
    return called('discussion', topic.topicable_id)
  return poll.discussion_id === null
    ? called('poll', poll.id)
    : called('discussion', poll.discussion_id)
}

type Talk = {
  key: string
  row: { topic_id: string | null; author_id: string | null; created_at: string | null }
  circle: CircleId
  title: string
  address: string
}

async function begin(bringing: Bringing, { key, row, circle, title, address }: Talk) {
  const { tx, now, from } = bringing
  const topic = row.topic_id === null ? null : await stagedAt(tx, 'topics', row.topic_id)
  const by = await personFor(bringing, row.author_id ?? '0')
  const at = instant(row.created_at) ?? now
  const href = from && `${from}${address}`
  const given = {
    circle,
    title: plainLine(title, TITLE_LENGTH) || 'Loomio',
    by,
    at,
    from: href ? { kind: ORIGIN, id: key, title: 'Loomio', href } : null,
    locked: instant(topic?.locked_at ?? null),
  }
  const id = await bringThread(tx, given, now)
  await keepKnown(bringing, 'thread', { key, id })
  bringing.report.threads.taken += 1
  return { id, by, at }
}

/** The thread that a talk became before; null when it was not brought yet. */
async function before(bringing: Bringing, name: string, key: string): Promise<boolean> {
  const known = await knownAs(bringing, 'thread', key)
  if (known === null || !isThread(known)) return false
  bringing.threads.set(name, known)
  bringing.report.threads.already += 1
  return true
}

async function bringDiscussion(bringing: Bringing, row: Discussion): Promise<void> {
  const { tx, report, now, threads } = bringing
  const { id, title, description, description_format: format } = row
  const key = row.key || id
  const leave = (why: string) => report.left.push({ what: 'discussion', key, title, why })
  if (row.discarded_at !== null || row.template) {
    leave('thrown-away')
    return
  }
  if (await before(bringing, called('discussion', id), key)) return
  const circle = await groupOf(bringing, row)
  if (!circle) {
    leave('no-group')
    return
  }
  const begun = await begin(bringing, { key, row, circle, title, address: `/d/${key}` })
  threads.set(called('discussion', id), begun.id)
  const thread = await standingThread(tx, begun.id)
  const text = plainText(description, format, COMMENT_LENGTH)
  if (!thread || text === '') return
  const first = newId('com', Date.parse(begun.at))
  const said = { id: first, who: begun.by, text, answers: null, at: begun.at, changed: null }
  await bringComments(tx, thread, [said], now)
  await readByAll(tx, thread)
  await keepKnown(bringing, 'comment', { key: called('discussion', id), id: first })
}

/** Brings all discussions, one after the other; what is said in them comes after. */
export async function bringDiscussions(bringing: Bringing): Promise<void> {
  for await (const row of stagedRows(bringing.tx, 'discussions'))
    await bringDiscussion(bringing, row)
}

/** The thread of a poll that stands alone, made when something was said there; null where none may be. */
async function threadOfPoll(bringing: Bringing, poll: Poll): Promise<void> {
  const key = called('poll', poll.key || poll.id)
  const name = called('poll', poll.id)
  if (poll.discarded_at !== null || poll.template || (await before(bringing, name, key))) return
  const circle = await groupOf(bringing, poll)
  if (!circle) return
  const address = `/p/${poll.key}`
  const begun = await begin(bringing, { key, row: poll, circle, title: poll.title, address })
  bringing.threads.set(name, begun.id)
}

/** What a comment is a comment on, where it answers no other: a discussion, a poll or a voice in one. */
export type Root = { kind: string; id: string }

async function talkOf(bringing: Bringing, { kind, id }: Root): Promise<string | null> {
  const { tx } = bringing
  if (kind === 'Discussion') return called('discussion', id)
  if (kind === 'Topic') {
    const topic = await stagedAt(tx, 'topics', id)
    const of = topic?.topicable_id ?? null
    return topic && of !== null ? talkOf(bringing, { kind: topic.topicable_type, id: of }) : null
  }
  if (kind === 'Stance' || kind === 'Outcome') {
    const voice = await stagedAt(tx, kind === 'Stance' ? 'stances' : 'outcomes', id)
    return voice ? talkOf(bringing, { kind: 'Poll', id: voice.poll_id }) : null
  }
  const poll = kind === 'Poll' ? await stagedAt(tx, 'polls', id) : null
  if (!poll) return null
  const name = await talkOfPoll(bringing, poll)
  if (name === called('poll', id) && !bringing.threads.has(name)) await threadOfPoll(bringing, poll)
  return name
}

/** The thread in which a comment stands, wherever that goes on by now; null where there is none. */
export async function threadUnder(bringing: Bringing, root: Root): Promise<Thread | null> {
  const name = await talkOf(bringing, root)
  const id = name === null ? undefined : bringing.threads.get(name)
  return (id && (await standingThread(bringing.tx, id))) ?? null
}
