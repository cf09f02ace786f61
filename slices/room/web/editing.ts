/** Which line is being edited: one at a time, wherever it was asked for. */
import { useCallback, useSyncExternalStore } from 'react'

let edited: number | null = null
const watchers = new Set<() => void>()

/** Begins to edit a line, or ends editing (null). */
export function edit(line: number | null): void {
  edited = line
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function useEditing(line: number): [boolean, (editing: boolean) => void] {
  const editing = useSyncExternalStore(watch, () => edited === line)
  const set = useCallback((next: boolean) => edit(next ? line : null), [line])
  return [editing, set]
}
