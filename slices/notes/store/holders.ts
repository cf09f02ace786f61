/** What a note can belong to; each later slice answers for its kind (app/slices.ts). */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Caller } from '#kernel/session.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { Standing } from '../rules/rights.ts'

export type NotePart = { item: string; title: string }

export type NoteHolder = {
  /** What this caller may do here, and as whom: a person, or a guest of the gathering. */
  standingOf(db: Reader, caller: Caller, id: string): Promise<Standing>
  /** The circle behind it; null for an open gathering. */
  circleOf(db: Reader, id: string): Promise<CircleId | null>
  /** What it is called and where it is seen. */
  headingOf(db: Reader, id: string): Promise<{ title: string; href: string } | null>
  /** Whether this caller facilitates here, and so keeps its notes. */
  keeps(db: Reader, caller: Caller, id: string): Promise<boolean>
  /** The item of a running order with which its notes stand in the minutes. */
  itemOf?(db: Reader, id: string): Promise<string | null>
  /** The words of the audiences that find its notes (kernel/search.ts). */
  audienceOf?(db: Reader, id: string): Promise<string>
  /** The parts that a note of it opens with: the items of a running order. */
  partsOf?(db: Reader, id: string): Promise<NotePart[]>
  /** Those in which this caller may write and that are going on or to come, the next first. */
  comingFor?(db: Reader, caller: Caller, now: Instant): Promise<{ id: string; title: string }[]>
  /** Of a series: the gatherings that came before this one, the latest first. */
  beforeOf?(db: Reader, id: string): Promise<string[]>
}

export const noteHolders = port<NoteHolder>('what a note belongs to')
