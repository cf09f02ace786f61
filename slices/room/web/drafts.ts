/** Drafts: what is typed and not yet sent, kept in the tab, each with its conversation. */
import { useCallback, useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()
const keyOf = (gathering: string, conversation: string) => `draft ${gathering} ${conversation}`

function readDraft(gathering: string, conversation: string): string {
  return sessionStorage.getItem(keyOf(gathering, conversation)) ?? ''
}

function keepDraft(gathering: string, conversation: string, text: string): void {
  if (text) sessionStorage.setItem(keyOf(gathering, conversation), text)
  else sessionStorage.removeItem(keyOf(gathering, conversation))
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export function useDraft(
  gathering: string,
  conversation: string,
): [string, (text: string) => void] {
  const text = useSyncExternalStore(watch, () => readDraft(gathering, conversation))
  const set = useCallback(
    (next: string) => keepDraft(gathering, conversation, next),
    [gathering, conversation],
  )
  return [text, set]
}

export const FIELD = 'say'
/** The conversation with everybody: mentions are made there. */
const EVERYONE = 'everyone'

/** Puts "@name " at the end of the draft to everybody and goes there. */
export function insertMention(gathering: string, name: string): void {
  const before = readDraft(gathering, EVERYONE)
  keepDraft(gathering, EVERYONE, `${before}${before && !before.endsWith(' ') ? ' ' : ''}@${name} `)
  setTimeout(() => document.getElementById(FIELD)?.focus())
}
