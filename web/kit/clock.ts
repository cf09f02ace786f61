/**
 * What time it is at the hall. A reader's clock may be wrong, and all clocks of a room must agree:
 * each answer says the server's second, and the bounds that these leave close in on the truth.
 */
import { useSyncExternalStore } from 'react'
import type { Instant } from '#kernel/clock.ts'

const SECOND = 1000
let least = Number.NEGATIVE_INFINITY
let most = Number.POSITIVE_INFINITY

/** Learns from the Date header of an answer, sent and come at these moments of our own clock. */
export function learnClock(date: string | null, sentAt: number, cameAt: number): void {
  const second = date ? Date.parse(date) : Number.NaN
  if (Number.isNaN(second)) return
  least = Math.max(least, second - cameAt)
  most = Math.min(most, second + SECOND - sentAt)
  if (least > most) {
    least = second - cameAt
    most = second + SECOND - sentAt
  }
}

/** Milliseconds that the hall's clock is ahead of ours; 0 as long as ours may be right. */
function ahead(): number {
  if (least > 0) return least
  return most < 0 ? most : 0
}

/** Now, at the hall, in milliseconds. */
export function hallNow(): number {
  return Date.now() + ahead()
}

const watchers = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let shown: Instant = ''

function tick(): void {
  shown = new Date(Math.floor(hallNow() / SECOND) * SECOND).toISOString()
  for (const watcher of watchers) watcher()
  timer = setTimeout(tick, SECOND - (hallNow() % SECOND) + 5)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  if (watchers.size === 1) tick()
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) clearTimeout(timer)
  }
}

function now(): Instant {
  if (watchers.size === 0) shown = new Date(Math.floor(hallNow() / SECOND) * SECOND).toISOString()
  return shown
}

/** The second that it is at the hall; draws again with each. */
export function useNow(): Instant {
  return useSyncExternalStore(watch, now)
}
