/**
 * A happening: one kind of entry, what it carries, and what it does to the room, in one place. What
 * an entry carries is read by its schema, so whatever stands in a record, an entry that can't be
 * read changes nothing.
 */
import type { z } from 'zod'
import type { Fact } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Room } from './state.ts'

/** When it happened, and the number of its entry. */
export type Moment = { at: Instant; seq: number }

export type Happening<S extends z.ZodType = z.ZodType> = {
  kind: string
  schema: S
  /** The fact that a rule answers. */
  of(data: z.input<S>): Fact
  /** The room after an entry of this kind, whatever it carries. */
  apply(room: Room, data: unknown, moment: Moment): Room
}

/** Declares a kind of entry; `change` is called only with what the schema could read. */
export function happening<S extends z.ZodType>(
  kind: string,
  schema: S,
  change: (room: Room, data: z.output<S>, moment: Moment) => Room,
): Happening<S> {
  return {
    kind,
    schema,
    of: (data) => ({ kind, data }),
    apply(room, data, moment) {
      const read = schema.safeParse(data)
      return read.success ? change(room, read.data, moment) : room
    },
  }
}

/** A record with one key changed, or the same record when nothing changes. */
export function withKey<V>(record: Readonly<Record<string, V>>, key: string, value: V) {
  return record[key] === value ? record : { ...record, [key]: value }
}

/** A record without one key. */
export function withoutKey<V>(record: Readonly<Record<string, V>>, key: string) {
  if (!(key in record)) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}
