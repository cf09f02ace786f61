/** How wide the window is: what collapses follows it. */
import { useSyncExternalStore } from 'react'

export type Width = 'phone' | 'narrow' | 'wide'

const phone = typeof window === 'undefined' ? null : window.matchMedia('(max-width: 719px)')
const narrow = typeof window === 'undefined' ? null : window.matchMedia('(max-width: 1199px)')

function watch(watcher: () => void): () => void {
  phone?.addEventListener('change', watcher)
  narrow?.addEventListener('change', watcher)
  return () => {
    phone?.removeEventListener('change', watcher)
    narrow?.removeEventListener('change', watcher)
  }
}

function now(): Width {
  if (phone?.matches) return 'phone'
  return narrow?.matches ? 'narrow' : 'wide'
}

/** Below 720, below 1200, or wider. */
export function useWidth(): Width {
  return useSyncExternalStore(watch, now)
}
