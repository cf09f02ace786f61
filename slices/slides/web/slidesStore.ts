/**
 * The slides of a gathering as they are drawn: what all see, which page one looks at oneself, and
 * where somebody points. One for a tab, followed as long as something draws it.
 */
import { useSyncExternalStore } from 'react'
import { call } from '#web/kit/call.ts'
import { createFollowed, type Followed, onceEach } from '#web/kit/followed.ts'
import { follow, pass } from '#web/kit/live.ts'
import { GatheringId } from '#slices/room/api.ts'
import { readSlides, turnThePage } from '../api.ts'
import { Pointed, type Point } from '../rules/pointing.ts'
import { apply, NO_SLIDES, type Slides } from '../rules/slides.ts'

export type SlidesNow = Slides & {
  /** The page one looks at oneself; null: that of the speaker. */
  looking: number | null
  /** Does one look at the slides, or at what is on paper? */
  view: 'slide' | 'paper'
  point: Point | null
  /** What was refused last. */
  problem: unknown
}

const START: SlidesNow = { ...NO_SLIDES, looking: null, view: 'slide', point: null, problem: null }
/** How long a point stays when nothing more is heard of it. */
const POINT_MS = 2500

/** Another deck is looked at from where the speaker is, and brings the slides back into sight. */
function hear({ now, become }: Followed<SlidesNow>, slides: Slides): void {
  const { shown } = now()
  const isOther = slides.shown?.file !== shown?.file || slides.shown?.by !== shown?.by
  const isTurned = slides.shown?.page !== shown?.page
  become({
    ...slides,
    ...(isOther ? { looking: null, view: 'slide' as const } : {}),
    ...(isOther || isTurned ? { point: null } : {}),
  })
}

const storeOf = onceEach((gathering) => {
  let fading: ReturnType<typeof setTimeout> | undefined
  function takePoint({ become }: Followed<SlidesNow>, payload: unknown): void {
    const said = Pointed.safeParse(payload).data
    if (!said) return
    clearTimeout(fading)
    if (said.point) fading = setTimeout(() => become({ point: null }), POINT_MS)
    become({ point: said.point && { ...said.point, who: said.who } })
  }
  return createFollowed(START, async (store, signal) => {
    const params = { gathering: GatheringId.parse(gathering) }
    const { seq, ...slides } = await call(readSlides, { params, signal })
    if (signal.aborted) return () => {}
    hear(store, slides)
    return follow(`slides:${gathering}`, seq, {
      entries: (entries) => hear(store, entries.reduce<Slides>(apply, store.now())),
      pass: (payload) => takePoint(store, payload),
    })
  })
})

export function useSlides(gathering: string): SlidesNow {
  const { watch, now } = storeOf(gathering)
  return useSyncExternalStore(watch, now)
}

export function lookAt(gathering: string, page: number | null): void {
  const { now, become } = storeOf(gathering)
  become({ looking: page === now().shown?.page ? null : page, problem: null })
}

export function chooseView(gathering: string, view: SlidesNow['view']): void {
  storeOf(gathering).become({ view })
}

/** The page that a turn on its way goes to, by gathering. */
const turning = new Map<string, number>()

/** Turns the page for all; seen here at once, and of pages turned quickly only the last is sent on. */
export async function turnForAll(gathering: string, page: number): Promise<void> {
  const store = storeOf(gathering)
  store.become({ looking: page, problem: null })
  const isBusy = turning.has(gathering)
  turning.set(gathering, page)
  if (isBusy) return
  const params = { gathering: GatheringId.parse(gathering) }
  try {
    for (let sent = 0; sent !== turning.get(gathering);) {
      const file = store.now().shown?.file
      sent = turning.get(gathering) ?? page
      if (!file) break
      const { seq: _, ...slides } = await call(turnThePage, { params, body: { file, page: sent } })
      hear(store, slides)
    }
    store.become({ looking: null })
  } catch (problem) {
    store.become({ looking: null, problem })
  } finally {
    turning.delete(gathering)
  }
}

export function pointAt(gathering: string, point: { x: number; y: number } | null): void {
  pass(`slides:${gathering}`, { point })
}
