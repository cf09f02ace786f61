/** One's own choice of captions, remembered by this browser: whether, in which language, how large. */
import { useSyncExternalStore } from 'react'

export const SIZES = ['small', 'middle', 'large'] as const
export type Size = (typeof SIZES)[number]
/** `language`: empty as long as one chose none. */
export type Choice = { on: boolean; language: string; size: Size }

const KEY = 'moothall.captions'
const NONE: Choice = { on: false, language: '', size: 'middle' }
const watchers = new Set<() => void>()

function remembered(): Choice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof kept === 'object' ? { ...NONE, ...kept } : NONE
  } catch {
    return NONE
  }
}

let choice = remembered()

export function choose(more: Partial<Choice>): void {
  choice = { ...choice, ...more }
  try {
    localStorage.setItem(KEY, JSON.stringify(choice))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  for (const watcher of watchers) watcher()
}

export function useChoice(): Choice {
  return useSyncExternalStore(watch, () => choice)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The language that is shown: the one chosen, else the reader's own where there is one, else the first. */
export function languageShown(chosen: string, all: readonly string[], locale: string): string {
  if (all.includes(chosen)) return chosen
  return all.find((one) => one.split('-')[0] === locale.split('-')[0]) ?? all[0] ?? ''
}
