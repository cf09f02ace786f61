/** Writing down, mending, announcing (the law stands in written.ts). */
import { type Change, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import { Who } from './call.ts'
import {
  hasRole,
  isFacilitator,
  nameIn,
  personOf,
  unlessFacilitator,
  unlessHere,
} from './glance.ts'
import type { Room } from './state.ts'
import { announced, writingTakenBack, writtenDown } from './written.ts'

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
