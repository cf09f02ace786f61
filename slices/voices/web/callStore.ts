/** The call of a gathering as it is drawn: one for a tab, in or out of it. */
import type { Source } from '../rules/voices.ts'

/** A face or a shared screen on the stage. */
export type Tile = {
  key: string
  who: string
  name: string
  what: 'camera' | 'screen'
  mine: boolean
  /** Puts the picture into an element; answers what takes it out. */
  show: (element: HTMLVideoElement) => () => void
}

/** Somebody who hears the call. */
export type Voice = { who: string; name: string; open: boolean; camera: boolean; screen: boolean }

/** Why something did not go, in a word that `words.tsx` makes a sentence of. */
export type Trouble =
  | 'device-refused'
  | 'device-missing'
  | 'device-busy'
  | 'insecure'
  | 'elsewhere'
  | 'removed'
  | 'lost'
  | 'silent'
  | 'full'

/** Whether pictures of others are shown, or left out: as their owner chose, or by a weak line. */
export type Pictures = 'shown' | 'unwanted' | 'left-out'

/** How LiveKit finds one's own line. */
export type Quality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown'

/** What was done to one's own sound and picture: stopped, by whoever shares now too, or let speak. */
export type Done =
  | { what: Source; at: string; another: boolean }
  | { speak: boolean | null; at: string }

export type CallNow = {
  state: 'out' | 'coming' | 'in' | 'coming-back'
  may: readonly Source[]
  mine: readonly Source[]
  tiles: readonly Tile[]
  voices: readonly Voice[]
  speaking: readonly string[]
  trouble: Trouble | null
  pictures: Pictures
  quality: Quality
  /** Until its owner switches something again. */
  done: Done | null
  /** Whose sound and picture one's key does not open, in a sealed gathering. */
  unopened: readonly string[]
}

export const OUT: CallNow = {
  state: 'out',
  may: [],
  mine: [],
  tiles: [],
  voices: [],
  speaking: [],
  trouble: null,
  pictures: 'shown',
  quality: 'unknown',
  done: null,
  unopened: [],
}

export type CallStore = {
  now: () => CallNow
  watch: (watcher: () => void) => () => void
  become: (more: Partial<CallNow>) => void
}

/** One of several lines of a tab: what it says is drawn while it is shown. */
export type LineStore = CallStore & { show: (on: boolean) => void }

/** A line's own state, before the store that is drawn. */
export function behind(front: CallStore): LineStore {
  let mine = OUT
  let isShown = false
  return {
    now: () => mine,
    watch: front.watch,
    become(more) {
      mine = { ...mine, ...more }
      if (isShown) front.become(more)
    },
    show(on) {
      isShown = on
      if (on) front.become(mine)
    },
  }
}

export function createCallStore(): CallStore {
  let state = OUT
  const watchers = new Set<() => void>()
  return {
    now: () => state,
    watch(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    become(more) {
      state = { ...state, ...more }
      for (const watcher of watchers) watcher()
    },
  }
}
