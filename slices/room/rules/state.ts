/** What a room is at a moment: plain data, the same on the server, in the browser and in minutes. */
import type { Instant } from '#kernel/clock.ts'
import type { Call, ItemKind, Lobby, Owner, Who } from './call.ts'
import type { Lines } from './lines.ts'

export const ROLES = ['facilitator', 'timekeeper', 'note-taker', 'speaker'] as const
export type Role = (typeof ROLES)[number]

/** A stay in the room; `till` is null while it lasts. Stays of one person never overlap. */
export type Stay = { from: Instant; till: Instant | null }

export type Person = {
  who: Who
  name: string
  kind: 'person' | 'guest'
  stays: readonly Stay[]
  /** The person that a guest turned out to be. */
  person: Who | null
  removed: boolean
  /** Went of their own will, or was sent elsewhere: only coming in anew brings them back. */
  left: boolean
  /** Sits at the microphone of a place, on somebody else's device; null: came with their own. */
  seat: { by: Who; place: string } | null
}

/** The microphone of a place where people sit together; `till` is null while it is one. */
export type Microphone = { place: string; since: Instant; till: Instant | null }

export type Item = {
  id: string
  kind: ItemKind
  title: string
  owners: readonly Owner[]
  /** As planned; what was added while it ran stands apart. */
  minutes: number
  extended: number
  line: string
  handouts: readonly string[]
  state: 'ahead' | 'now' | 'done' | 'skipped'
  /** As planned when the room opened; null for an item added later. */
  planned: { from: Instant; till: Instant } | null
  startedAt: Instant | null
  endedAt: Instant | null
}

export const REQUEST_KINDS = ['point', 'reply', 'question', 'clarification', 'process'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]
export type Request = { who: Who; kind: RequestKind; askedAt: Instant; seq: number }

export const STACK_ORDERS = ['first-come', 'progressive', 'by-hand'] as const
export type StackOrder = (typeof STACK_ORDERS)[number]
export type Stack = { closed: boolean; order: StackOrder; requests: readonly Request[] }

export type Holder = {
  who: Who
  since: Instant
  /** Length of the turn in seconds, null when only the item bounds it. */
  seconds: number | null
  /** Time of this turn counted so far (up to `Floor.countedTill`), in ms. */
  ms: number
  kind: RequestKind | null
}
export type Turn = { who: Who; item: string | null; from: Instant; till: Instant; ms: number }
/** How long somebody was heard beside their turns, while an item ran; `from`: for the first time. */
export type HeardTime = { who: Who; item: string | null; from: Instant; ms: number }
export type Round = { order: readonly Who[]; left: readonly Who[]; seconds: number | null }
export type Floor = {
  holders: readonly Holder[]
  countedTill: Instant | null
  /** How long the floor was held in all, in ms, up to `countedTill`. */
  heldMs: number
  /** The usual length of a turn in seconds. */
  turnSeconds: number | null
  round: Round | null
  turns: readonly Turn[]
  /** In a circle: how long each was heard outside their turns, by item. */
  heard: readonly HeardTime[]
  /** Up to when each has been heard. */
  heardTill: Readonly<Record<Who, Instant>>
  /** Time spoken by each, in ms: turns that ended, and what was heard beside. */
  spoken: Readonly<Record<Who, number>>
}

export type Line = {
  /** The number of the entry that said it: its name for replies, reactions, edits. */
  seq: number
  who: Who
  at: Instant
  text: string
  item: string | null
  reply: number | null
  mentions: readonly Who[]
  reactions: readonly { emoji: string; who: readonly Who[] }[]
  editedAt: Instant | null
  /** The numbers of the entries that edited it. */
  edits: readonly number[]
  withdrawn: boolean
  hidden: { reason: string; by: Who } | null
}
export type Chat = {
  lines: Lines<Line>
  /** How many older lines are not in `lines` (a snapshot carries the last page only). */
  earlier: number
  closed: boolean
  slowSeconds: number
}

export const SIGNALS = ['agree', 'unsure', 'disagree', 'slower', 'louder', 'question'] as const
export type Signal = (typeof SIGNALS)[number]
export type Temperature = Readonly<Record<Signal, readonly Who[]>>

export const POLL_KINDS = ['yes-no', 'one', 'several', 'scale', 'words'] as const
export type PollKind = (typeof POLL_KINDS)[number]
/** yes-no: 'yes' | 'no' | 'abstain'; one: an option's number; several: numbers; scale: 0-5; words: text. */
export type Answer = string | number | readonly number[]
export type Tally = { answers: number; counts: readonly number[]; words: readonly string[] }
export type Poll = {
  id: string
  question: string
  kind: PollKind
  options: readonly string[]
  anonymous: boolean
  /** When the results are seen; anonymous ones always at the close. */
  results: 'live' | 'close'
  by: Who
  item: string | null
  openedAt: Instant
  closedAt: Instant | null
  /** Who has answered, in no meaningful order for anonymous polls. */
  answered: readonly Who[]
  /** Who answered what: named polls, as far as the results may be seen. */
  answers: Readonly<Record<Who, Answer>>
  tally: Tally | null
}

export type Saying = { line: number; who: Who; at: Instant }
export type Link = { address: string; said: readonly Saying[] }

export type Written = {
  id: string
  kind: 'decision' | 'action'
  text: string
  /** Who took the action; null for decisions, or when it is not somebody known here. */
  who: Who | null
  /** The name as written down. */
  name: string | null
  /** By when, a day as YYYY-MM-DD. */
  due: string | null
  item: string | null
  /** The decision that a vote in the room took. */
  decision: string | null
  by: Who
  at: Instant
}
export type Announcement = { seq: number; text: string; by: Who; at: Instant }

export type Room = {
  /** The number of the last entry heard. */
  seq: number
  call: Call | null
  openedAt: Instant | null
  beganAt: Instant | null
  endedAt: Instant | null
  /** The end that was agreed while it ran, when there was one. */
  agreedEnd: Instant | null
  items: readonly Item[]
  floor: Floor
  stack: Stack
  chat: Chat
  temperature: Temperature
  polls: readonly Poll[]
  people: Readonly<Record<Who, Person>>
  roles: Readonly<Record<Who, readonly Role[]>>
  /** Who is in the room as a wall: it shows the stage and does nothing. */
  walls: Readonly<Record<Who, { by: Who }>>
  /** Whose device is, or was, the microphone of a place. */
  microphones: Readonly<Record<Who, Microphone>>
  lobby: Lobby
  locked: boolean
  /** Somebody was removed: from then on newcomers without an account wait. */
  strangersWait: boolean
  links: readonly Link[]
  written: readonly Written[]
  announcements: readonly Announcement[]
}

/** A room in which nothing happened yet. */
export const emptyRoom: Room = {
  seq: 0,
  call: null,
  openedAt: null,
  beganAt: null,
  endedAt: null,
  agreedEnd: null,
  items: [],
  floor: {
    holders: [],
    countedTill: null,
    heldMs: 0,
    turnSeconds: null,
    round: null,
    turns: [],
    heard: [],
    heardTill: {},
    spoken: {},
  },
  stack: { closed: false, order: 'first-come', requests: [] },
  chat: { lines: [], earlier: 0, closed: false, slowSeconds: 0 },
  temperature: { agree: [], unsure: [], disagree: [], slower: [], louder: [], question: [] },
  polls: [],
  people: {},
  roles: {},
  walls: {},
  microphones: {},
  lobby: 'open',
  locked: false,
  strangersWait: false,
  links: [],
  written: [],
  announcements: [],
}
