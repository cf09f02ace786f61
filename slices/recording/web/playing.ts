/**
 * All voices of a recording heard in step: one clock, and for each voice an element that plays from
 * where the clock is in it. Parts that were left out are jumped over.
 */
import { msBetween, SECOND } from '#kernel/clock.ts'
import type { RecordingShown } from '../api.ts'

export type Playing = {
  /** Seconds since the recording began. */
  at: number
  goes: boolean
  speed: number
  /** The language listened to; null: the floor. */
  language: string | null
}

const TICK_MS = 200
/** An element further away from the clock than this is set anew. */
const APART_SECONDS = 0.3
const SOFT = 0.15

type Track = { id: string; from: number; seconds: number; language: string | null }
type Cut = { from: number; till: number }

/** Where the clock stands once it has passed what was left out. */
export function past(at: number, cuts: readonly Cut[]): number {
  return cuts.reduce((here, { from, till }) => (here >= from && here < till ? till : here), at)
}

/** How loud a voice is for who listens to a language. */
export function volumeOf(voice: string | null, language: string | null): number {
  if (voice === language) return 1
  return voice === null ? SOFT : 0
}

type AddressOf = (id: string) => string

/** An element for each voice, made when it is first heard. */
function createElements(tracks: readonly Track[], addressOf: AddressOf) {
  const elements = new Map<string, HTMLAudioElement>()
  function elementOf(id: string): HTMLAudioElement {
    const found = elements.get(id)
    if (found) return found
    const element = new Audio(addressOf(id))
    elements.set(id, element)
    return element
  }
  return {
    /** Lets each sound as the clock says. */
    sound(now: Playing): void {
      for (const { id, from, seconds, language } of tracks) {
        const place = now.at - from
        const volume = volumeOf(language, now.language)
        if (!now.goes || place < 0 || place >= seconds || volume === 0) {
          elements.get(id)?.pause()
          continue
        }
        const element = elementOf(id)
        element.volume = volume
        element.playbackRate = now.speed
        if (Math.abs(element.currentTime - place) > APART_SECONDS * now.speed)
          element.currentTime = place
        // It may be asked to pause before it began; the next tick tells it again.
        if (element.paused) element.play().catch(() => {})
      }
    },
    close(): void {
      for (const element of elements.values()) element.removeAttribute('src')
      elements.clear()
    },
  }
}

/** What a player needs of a recording: its length, its voices and what was left out, in seconds. */
function measured(shown: RecordingShown) {
  const since = (at: string) => msBetween(shown.from ?? '', at) / SECOND
  return {
    since,
    total: shown.till ? since(shown.till) : 0,
    cuts: shown.cuts
      .map(({ from, till }) => ({ from: since(from), till: since(till) }))
      .toSorted((a, b) => a.from - b.from),
    tracks: shown.voices.map(({ id, from, seconds, language }): Track => {
      return { id, from: since(from), seconds, language }
    }),
  }
}

/** A player of a recording; `addressOf` says where the file of a voice is. */
export function createPlaying(shown: RecordingShown, addressOf: AddressOf) {
  const { since, total, cuts, tracks } = measured(shown)
  const elements = createElements(tracks, addressOf)
  const watchers = new Set<() => void>()
  let now: Playing = { at: past(0, cuts), goes: false, speed: 1, language: null }
  let timer: ReturnType<typeof setInterval> | undefined
  let ticked = 0

  function become(part: Partial<Playing>): void {
    now = { ...now, ...part }
    if (now.goes && timer === undefined) {
      ticked = performance.now()
      timer = setInterval(tick, TICK_MS)
    }
    if (!now.goes) {
      clearInterval(timer)
      timer = undefined
    }
    elements.sound(now)
    for (const watcher of watchers) watcher()
  }
  function tick(): void {
    const passed = ((performance.now() - ticked) / SECOND) * now.speed
    ticked = performance.now()
    const at = past(now.at + passed, cuts)
    become(at >= total ? { at: total, goes: false } : { at })
  }
  return {
    total,
    since,
    now: () => now,
    watch(watcher: () => void) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    play: () => become({ goes: true, at: now.at >= total ? past(0, cuts) : now.at }),
    pause: () => become({ goes: false }),
    seek: (at: number) => become({ at: past(Math.min(total, Math.max(0, at)), cuts) }),
    hurry: (speed: number) => become({ speed }),
    listen: (language: string | null) => become({ language }),
    close() {
      become({ goes: false })
      elements.close()
    },
  }
}
export type Player = ReturnType<typeof createPlaying>
