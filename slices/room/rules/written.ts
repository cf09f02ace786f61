/**
 * What is written down while it is said: decisions ("agreed: …"), actions (what, who, by when), and
 * announcements to all.
 * 1. Facilitators and note takers write down; facilitators announce. It stands at the item of then.
 * 2. It can be mended by any of them, and taken back; the record keeps both.
 * 3. An action may name somebody of the room, who then has it on their page, or anybody by name.
 */
import { z } from 'zod'
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import { Who } from './call.ts'
import {
  hasRole,
  isFacilitator,
  itemNow,
  nameIn,
  personOf,
  unlessFacilitator,
  unlessHere,
} from './glance.ts'
import { happening } from './happening.ts'
import type { Room, Written } from './state.ts'

const WrittenFields = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(['decision', 'action']),
  text: z.string().min(1),
  who: Who.nullish(),
  name: z.string().nullish(),
  due: z.iso.date().nullish(),
  by: Who,
})

export const writtenDown = happening('written.down', WrittenFields, (room, given, { at }) => {
  const before = room.written.find(({ id }) => id === given.id)
  const { who = null, name = null, due = null } = given
  const item = before ? before.item : (itemNow(room)?.id ?? null)
  const written: Written = { ...given, who, name, due, item, at: before?.at ?? at }
  const place = room.written.findIndex(({ id }) => id === given.id)
  return {
    ...room,
    written: place < 0 ? [...room.written, written] : room.written.with(place, written),
  }
})

export const writingTakenBack = happening(
  'written.taken-back',
  z.object({ id: z.string(), by: Who }),
  (room, { id }) => ({ ...room, written: room.written.filter((one) => one.id !== id) }),
)

export const announced = happening(
  'announced',
  z.object({ text: z.string().min(1), by: Who }),
  (room, { text, by }, { at, seq }) => ({
    ...room,
    announcements: [...room.announcements, { seq, text, by, at }],
  }),
)

export const writtenHappenings = [writtenDown, writingTakenBack, announced]

function unlessWriter(room: Room, by: Who): Refusal | null {
  const refusal = unlessHere(room, by)
  if (refusal) return refusal
  return isFacilitator(room, by) || hasRole(room, by, 'note-taker')
    ? null
    : refuse('only-note-takers')
}

export type Writing =
  | { id: string; kind: 'decision'; text: string }
  | {
      id: string
      kind: 'action'
      text: string
      who?: Who | null | undefined
      name?: string | null | undefined
      due?: string | null | undefined
    }

/** Writes down a decision or an action, or mends it under the same id. */
export function writeDown(room: Room, by: Who, writing: Writing): Change {
  const refusal = unlessWriter(room, by)
  if (refusal) return refusal
  if (room.written.some(({ id, kind }) => id === writing.id && kind !== writing.kind))
    return refuse('no-such-writing')
  if (writing.kind === 'decision') return happenAll(writtenDown.of({ ...writing, by }))
  const { who } = writing
  if (who && !personOf(room, who)) return refuse('nobody-by-that-id')
  return happenAll(writtenDown.of({ ...writing, name: who ? nameIn(room, who) : writing.name, by }))
}

/** Takes back what was written down. */
export function takeWritingBack(room: Room, by: Who, id: string): Change {
  const refusal = unlessWriter(room, by)
  if (refusal) return refusal
  if (!room.written.some((one) => one.id === id)) return refuse('no-such-writing')
  return happenAll(writingTakenBack.of({ id, by }))
}

/** A facilitator announces something to all. */
export function announce(room: Room, by: Who, text: string): Change {
  return unlessFacilitator(room, by) ?? happenAll(announced.of({ text, by }))
}

/** Mends what was written down before. */
export function mendWriting(room: Room, by: Who, writing: Writing): Change {
  const known = room.written.some(({ id }) => id === writing.id)
  return (
    unlessWriter(room, by) ?? (known ? writeDown(room, by, writing) : refuse('no-such-writing'))
  )
}
