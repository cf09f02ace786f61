/**
 * The chat of everybody.
 * 1. A line is named by the number of its entry, so lines have one order, the same for all.
 * 2. Only the author edits a line, or withdraws it. Withdrawing takes the words out of the record;
 *    that there was a line, whose and when, stays.
 * 3. A facilitator hides a line with a reason. Its words leave the record of the gathering too, and
 *    stand in that of the facilitators, who can show it again.
 * 4. A closed chat takes lines of facilitators only. Slowed, a person waits between two lines;
 *    facilitators don't.
 * 5. One reaction of a kind per person and line; a withdrawn or hidden line takes none.
 */
import { z } from 'zod'
import { Who } from './call.ts'
import { itemNow } from './glance.ts'
import { happening } from './happening.ts'
import { harvest, unsay } from './harvest.ts'
import { append, changeLine, lineAt } from './lines.ts'
import type { Line, Room } from './state.ts'

const Hidden = z.object({ reason: z.string(), by: Who })
const Said = z.object({
  who: Who,
  text: z.string(),
  reply: z.number().int().nullish(),
  mentions: z.array(Who).max(50).nullish(),
  withdrawn: z.boolean().nullish(),
  hidden: Hidden.nullish(),
})
const Seq = z.number().int().positive()
/** One emoji, as an operation takes it. */
export const Emoji = z
  .string()
  .max(32)
  .regex(/^\p{RGI_Emoji}$/v, { error: 'is not one emoji' })

function withLine(room: Room, seq: number, change: (line: Line) => Line): Room {
  const lines = changeLine(room.chat.lines, seq, change)
  return lines === room.chat.lines ? room : { ...room, chat: { ...room.chat, lines } }
}

export const lineSaid = happening('chat.said', Said, (room, said, { at, seq }) => {
  const line: Line = {
    seq,
    who: said.who,
    at,
    text: said.text,
    item: itemNow(room)?.id ?? null,
    reply: said.reply ?? null,
    mentions: said.mentions ?? [],
    reactions: [],
    editedAt: null,
    edits: [],
    withdrawn: said.withdrawn ?? false,
    hidden: said.hidden ?? null,
  }
  const links = harvest(room.links, line.text, { line: seq, who: line.who, at })
  return { ...room, links, chat: { ...room.chat, lines: append(room.chat.lines, line) } }
})

function reworded(room: Room, seq: number, change: (line: Line) => Line): Room {
  const next = withLine(room, seq, change)
  const line = lineAt(next.chat.lines, seq)
  if (!line) return room
  const links = harvest(unsay(next.links, seq), line.text, {
    line: seq,
    who: line.who,
    at: line.at,
  })
  return { ...next, links }
}

export const lineEdited = happening(
  'chat.edited',
  z.object({ line: Seq, text: z.string().min(1) }),
  (room, { line, text }, { at, seq }) =>
    reworded(room, line, (one) =>
      one.withdrawn || one.hidden
        ? one
        : { ...one, text, editedAt: at, edits: [...one.edits, seq] },
    ),
)

/** A hidden line is shown again. */
export const lineShown = happening(
  'chat.shown',
  z.object({ line: Seq, text: z.string().min(1), by: Who }),
  (room, { line, text }, { seq }) =>
    reworded(room, line, (one) =>
      one.hidden ? { ...one, text, hidden: null, edits: [...one.edits, seq] } : one,
    ),
)

/** The record's own entry of a redaction: what stands of a line from then on. */
export const lineRedacted = happening(
  'record.redacted',
  z.object({ seq: Seq, now: Said }),
  (room, { seq, now }) =>
    reworded(room, seq, (one) => ({
      ...one,
      text: now.text,
      reply: now.reply ?? null,
      mentions: [],
      editedAt: null,
      edits: [],
      withdrawn: now.withdrawn ?? false,
      hidden: now.hidden ?? null,
    })),
)

const Reacted = z.object({ line: Seq, who: Who, emoji: z.string().min(1).max(32) })

function react(line: Line, emoji: string, change: (who: readonly Who[]) => readonly Who[]): Line {
  const before = line.reactions.find((one) => one.emoji === emoji)
  const who = change(before?.who ?? [])
  const reactions = before
    ? line.reactions.map((one) => (one === before ? { emoji, who } : one))
    : [...line.reactions, { emoji, who }]
  return { ...line, reactions: reactions.filter((one) => one.who.length > 0) }
}

export const reacted = happening('chat.reacted', Reacted, (room, { line, who, emoji }) =>
  withLine(room, line, (one) =>
    react(one, emoji, (all) => (all.includes(who) ? all : [...all, who])),
  ),
)

export const reactionTakenBack = happening(
  'chat.reaction-taken',
  Reacted,
  (room, { line, who, emoji }) =>
    withLine(room, line, (one) => react(one, emoji, (all) => all.filter((other) => other !== who))),
)

export const chatSlowed = happening(
  'chat.slowed',
  z.object({ seconds: z.number().int().min(0).max(3600), by: Who }),
  (room, { seconds }) => ({ ...room, chat: { ...room.chat, slowSeconds: seconds } }),
)

const By = z.object({ by: Who })
export const chatClosed = happening('chat.closed', By, (room) => ({
  ...room,
  chat: { ...room.chat, closed: true },
}))
export const chatOpened = happening('chat.opened', By, (room) => ({
  ...room,
  chat: { ...room.chat, closed: false },
}))

export const chatHappenings = [
  lineSaid,
  lineEdited,
  lineShown,
  lineRedacted,
  reacted,
  reactionTakenBack,
  chatSlowed,
  chatClosed,
  chatOpened,
]
