/** The groups of a gathering in the browser: read once, then every entry through the same reducer. */
import { useSyncExternalStore } from 'react'
import { call } from '#web/kit/call.ts'
import { follow } from '#web/kit/live.ts'
import { readBreakouts } from '../api.ts'
import { apply } from '../rules/happenings.ts'
import type { Breakouts, GroupSet } from '../rules/state.ts'

type Gathering = `gth_${string}`
type Store = { now: () => Breakouts | null; watch: (watcher: () => void) => () => void }
const stores = new Map<Gathering, Store>()
const AGAIN_MS = 2000

function createStore(gathering: Gathering): Store {
  const watchers = new Set<() => void>()
  let state: Breakouts | null = null
  let stop: (() => void) | null = null
  function become(next: Breakouts): void {
    state = next
    for (const watcher of watchers) watcher()
  }
  async function begin(): Promise<void> {
    const read = await call(readBreakouts, { params: { gathering } })
    if (watchers.size === 0) return
    become(read)
    stop = follow(`breakouts:${gathering}`, read.seq, {
      entries: (entries) => become(entries.reduce(apply, state ?? read)),
    })
  }
  function tryOn(): void {
    begin().catch(() => setTimeout(() => watchers.size > 0 && tryOn(), AGAIN_MS))
  }
  return {
    now: () => state,
    watch(watcher) {
      watchers.add(watcher)
      if (watchers.size === 1) tryOn()
      return () => {
        watchers.delete(watcher)
        if (watchers.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}

function storeFor(gathering: Gathering): Store {
  const known = stores.get(gathering)
  if (known) return known
  const fresh = createStore(gathering)
  stores.set(gathering, fresh)
  return fresh
}

/** The latest set of groups: planned, out, or over; null: there were none. */
export function useGroups(gathering: Gathering): GroupSet | null {
  const { watch, now } = storeFor(gathering)
  return useSyncExternalStore(watch, now)?.sets.at(-1) ?? null
}
