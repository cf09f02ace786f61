/** A poll that is being written: what the fields hold, and what is sent. */
import { instantAt, wallAt } from '#slices/gatherings/rules/zones.ts'
import { OWN_ZONE } from '#web/kit/When.tsx'
import type { Form, Shown } from '../rules/poll.ts'
import { wallsOf } from '../rules/slots.ts'
import type { Poll } from './usePoll.ts'

export type Draft = {
  form: Form
  title: string
  words: string
  zone: string
  days: readonly string[]
  hours: readonly string[]
  minutes: number
  /** Of these days × these hours, what is left out. */
  without: readonly string[]
  /** Times of another length than the rest. */
  lengths: Readonly<Record<string, number>>
  /** By the writer's own clock. */
  closeDay: string
  closeTime: string
  hidden: boolean
  shown: Shown
}

const DAY_MS = 86_400_000
const AN_HOUR = 60

/** So many days from now, by the writer's own clock. */
export function dayAhead(days: number): string {
  return wallAt(new Date(Date.now() + days * DAY_MS).toISOString(), OWN_ZONE).slice(0, 10)
}

export function emptyDraft(form: Form): Draft {
  return {
    form,
    title: '',
    words: '',
    zone: OWN_ZONE,
    days: [],
    hours: ['19:00'],
    minutes: AN_HOUR,
    without: [],
    lengths: {},
    closeDay: dayAhead(5),
    closeTime: '18:00',
    hidden: false,
    shown: 'at-once',
  }
}

/** What was asked, to ask it otherwise. */
export function draftOf(poll: Poll): Draft {
  const zone = poll.zone ?? OWN_ZONE
  const walls = poll.slots.map(({ startsAt, minutes }) => ({
    wall: wallAt(startsAt, zone),
    minutes,
  }))
  const days = [...new Set(walls.map(({ wall }) => wall.slice(0, 10)))]
  const hours = [...new Set(walls.map(({ wall }) => wall.slice(11)))]
  const there = new Set(walls.map(({ wall }) => wall))
  const close = wallAt(poll.closesAt, OWN_ZONE)
  const { form, title, words, hidden, shown } = poll
  return {
    ...{ form, title, words, hidden, shown, zone, days, hours },
    minutes: walls[0]?.minutes ?? AN_HOUR,
    without: wallsOf(days, hours).filter((wall) => !there.has(wall)),
    lengths: Object.fromEntries(walls.map(({ wall, minutes }) => [wall, minutes])),
    closeDay: close.slice(0, 10),
    closeTime: close.slice(11),
  }
}

/** All times of the days and hours, and whether each is left out. */
export function timesOf({ days, hours, without, lengths, minutes }: Draft) {
  return wallsOf(days, hours).map((starts) => ({
    starts,
    minutes: lengths[starts] ?? minutes,
    out: without.includes(starts),
  }))
}

/** A day and a time of the writer's own clock as an instant; null while the fields hold no moment. */
export function ownInstant(day: string, time: string): string | null {
  try {
    return instantAt(`${day}T${time}`, OWN_ZONE)
  } catch {
    return null
  }
}

/** What is sent. */
export function sent(draft: Draft) {
  const { form, title, words, zone, hidden, shown, closeDay, closeTime } = draft
  const isTime = form === 'time'
  const times = isTime
    ? timesOf(draft)
        .filter(({ out }) => !out)
        .map(({ starts, minutes }) => ({ starts, minutes }))
    : []
  return {
    title,
    words,
    times,
    closesAt: ownInstant(closeDay, closeTime) ?? '',
    zone: isTime ? zone : null,
    hidden: form === 'round' ? false : hidden,
    shown: isTime ? ('at-once' as const) : shown,
  }
}
