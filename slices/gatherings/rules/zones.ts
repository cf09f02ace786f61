/** Wall clocks: an IANA zone, and the way from what a wall clock shows to an instant and back. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'

function isZone(zone: string): boolean {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    return known !== '' && /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}

export const Zone = z
  .string()
  .max(64)
  .refine(isZone, { error: 'is no time zone; write it like Europe/Amsterdam' })
  .meta({ description: 'An IANA time zone, such as Europe/Amsterdam' })

export const Wall = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), { error: 'is no day and time' })
  .meta({ description: 'What the wall clock shows: YYYY-MM-DDTHH:MM' })

/** The instant at which the wall clock of a zone shows this (a skipped time moves forward). */
export function instantAt(wall: string, zone: string): Instant {
  const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)
  return at.toInstant().toString({ smallestUnit: 'millisecond' })
}

/** What the wall clock of a zone shows at an instant: `2026-12-03T19:00`. */
export function wallAt(at: Instant, zone: string): string {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return wall.toString({ smallestUnit: 'minute' })
}

/** By how many minutes the wall clock of a zone moves between two instants. */
export function wallMinutes(from: Instant, to: Instant, zone: string): number {
  const wall = (at: Instant) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime()
  return wall(from).until(wall(to)).total('minutes')
}

/** The instant at which the wall clock shows so many minutes more: an hour later on any day. */
export function moveWall(at: Instant, minutes: number, zone: string): Instant {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime()
  const moved = wall.add({ minutes }).toZonedDateTime(zone).toInstant()
  return moved.toString({ smallestUnit: 'millisecond' })
}
