/**
 * Time: an instant is an ISO 8601 string in UTC with milliseconds, everywhere the same, so that it
 * sorts as text and reads as a date. `now` comes from a clock that tests can move.
 */
import { z } from 'zod'

export type Instant = string

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const InstantSchema = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'An instant, UTC' })

export type Clock = { now(): Instant }
export type MovableClock = Clock & { set(at: Instant): void; pass(ms: number): void }

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still until a test moves it; `pass` in milliseconds. */
export function movableClock(start: Instant): MovableClock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    set: (to) => {
      at = Date.parse(to)
    },
    pass: (ms) => {
      at += ms
    },
  }
}

/** The instant `ms` milliseconds after another. */
export function plus(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString()
}

/** Milliseconds from one instant to another; negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from)
}
