/**
 * What is read once and then followed, by all that draw it together, for as long as something does.
 * Who comes back after nobody drew it reads it anew; meanwhile what was there stays.
 */
export type Followed<S extends object> = {
  now: () => S
  watch: (watcher: () => void) => () => void
  become: (more: Partial<S>) => void
}

/** `begin` reads and follows; it answers what stops it, and is told by the signal when it is too late. */
export function createFollowed<S extends object>(
  start: S,
  begin: (store: Followed<S>, signal: AbortSignal) => Promise<() => void>,
): Followed<S> {
  let state = start
  let over: AbortController | null = null
  const watchers = new Set<() => void>()
  const store: Followed<S> = {
    now: () => state,
    watch(watcher) {
      watchers.add(watcher)
      over ??= run()
      return () => {
        watchers.delete(watcher)
        if (watchers.size > 0) return
        over?.abort()
        over = null
      }
    },
    become(more) {
      state = { ...state, ...more }
      for (const watcher of watchers) watcher()
    },
  }
  function run(): AbortController {
    const mine = new AbortController()
    begin(store, mine.signal).then(
      (stop) => {
        if (mine.signal.aborted) stop()
        else mine.signal.addEventListener('abort', stop)
      },
      () => {
        // Read again by whoever comes next; what could not be read is not drawn.
        if (over === mine) over = null
      },
    )
    return mine
  }
  return store
}

/** One for each gathering, made when it is first asked for. */
export function onceEach<T>(make: (gathering: string) => T): (gathering: string) => T {
  const made = new Map<string, T>()
  return (gathering) => {
    const known = made.get(gathering)
    if (known !== undefined) return known
    const fresh = make(gathering)
    made.set(gathering, fresh)
    return fresh
  }
}
