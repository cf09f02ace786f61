/** Keys, the buttons of a presenter's clicker, and a finger that swipes. */
import { type KeyboardEvent, type TouchEvent, useEffect, useRef } from 'react'
import type { Turning } from './useTurning.ts'

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}
/** A finger that went so far, and further across than down, turns a page. */
const SWIPE_PX = 40

function isBusy(target: EventTarget | null): boolean {
  const inField =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  return inField || document.querySelector('[role=dialog], [role=menu]') !== null
}

export function useSlideKeys({ page, pages, leads, go }: Turning) {
  const touched = useRef<{ x: number; y: number } | null>(null)
  const rtl = document.dir === 'rtl'
  const target = (key: string): number | undefined => {
    if (key === 'Home') return 1
    if (key === 'End') return pages
    const step = STEPS[key]
    return step && page + (rtl && key.startsWith('Arrow') ? -step : step)
  }
  const latest = useRef({ target, go })
  useEffect(() => {
    latest.current = { target, go }
  })
  useEffect(() => {
    if (!leads) return undefined
    // Clickers send these two, wherever the focus is.
    function hear(event: globalThis.KeyboardEvent) {
      if (!/^Page(Up|Down)$/.test(event.key) || isBusy(event.target) || event.defaultPrevented)
        return
      const to = latest.current.target(event.key)
      event.preventDefault()
      if (to) latest.current.go(to)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [leads])
  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
        return
      const to = target(event.key)
      if (to === undefined) return
      event.preventDefault()
      go(to)
    },
    onTouchStart({ touches }: TouchEvent) {
      const [first, second] = [touches[0], touches[1]]
      touched.current = first && !second ? { x: first.clientX, y: first.clientY } : null
    },
    onTouchEnd({ changedTouches }: TouchEvent) {
      const [from, to] = [touched.current, changedTouches[0]]
      touched.current = null
      if (!from || !to) return
      const [across, down] = [to.clientX - from.x, to.clientY - from.y]
      if (Math.abs(across) < SWIPE_PX || Math.abs(across) < Math.abs(down) * 1.5) return
      go(page + (across < 0 === rtl ? -1 : 1))
    },
  }
}
