/**
 * What has been seen is read: the highest number that stood on the screen for a moment is told to the
 * hall, once a second at most and only while the page is in front.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '#web/kit/call.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { listThreads, unreadThreads } from '../api/beginning.ts'
import { markThreadRead, readThread } from '../api/reading.ts'
import type { Id } from './useThread.ts'

const PAUSE_MS = 1000

/** Answers what watches the element of a comment with its number. */
export function useSeen(thread: Id, upTo: number): (place: HTMLElement | null) => void {
  const client = useQueryClient()
  const seen = useRef(upTo)
  const told = useRef(upTo)
  const watcher = useRef<IntersectionObserver | null>(null)
  useEffect(() => {
    told.current = Math.max(told.current, upTo)
  }, [upTo])
  const tell = useCallback(async () => {
    if (seen.current <= told.current || document.visibilityState !== 'visible') return
    told.current = seen.current
    try {
      await call(markThreadRead, { params: { thread }, body: { upTo: seen.current } })
      for (const op of [readThread, unreadThreads, listThreads])
        void client.invalidateQueries({ queryKey: keyOf(op) })
    } catch {
      // Told again with the next comment that is seen.
      told.current = upTo
    }
  }, [client, thread, upTo])
  useEffect(() => {
    const timer = setInterval(() => void tell(), PAUSE_MS)
    return () => clearInterval(timer)
  }, [tell])
  return useCallback((place) => {
    watcher.current ??= new IntersectionObserver((changes) => {
      for (const { isIntersecting, target } of changes)
        if (isIntersecting && target instanceof HTMLElement)
          seen.current = Math.max(seen.current, Number(target.dataset['number'] ?? 0))
    })
    if (place) watcher.current.observe(place)
  }, [])
}
