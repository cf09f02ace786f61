/** Pointing at the page, as a mouse or a finger goes over it: said a few times a second. */
import { type PointerEvent, useRef } from 'react'
import { POINTS_A_SECOND } from '../rules/pointing.ts'
import { pointAt } from './slidesStore.ts'

const EVERY_MS = 1000 / (POINTS_A_SECOND - 5)

const share = (at: number, from: number, size: number) =>
  Math.min(1, Math.max(0, (at - from) / size))

export function usePointer(gathering: string, points: boolean) {
  const last = useRef(0)
  if (!points) return {}
  return {
    onPointerMove({ clientX, clientY, currentTarget, timeStamp }: PointerEvent<HTMLElement>) {
      if (timeStamp - last.current < EVERY_MS) return
      last.current = timeStamp
      const { left, top, width, height } = currentTarget.getBoundingClientRect()
      pointAt(gathering, { x: share(clientX, left, width), y: share(clientY, top, height) })
    },
    onPointerLeave: () => pointAt(gathering, null),
  }
}
