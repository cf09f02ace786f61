/** What somebody looks for in the memory. */
import { useLingui } from '@lingui/react/macro'

export type Kind = 'all' | 'minutes' | 'decision' | 'chat' | 'note' | 'thread'
export const KINDS: readonly Kind[] = ['all', 'minutes', 'decision', 'chat', 'note', 'thread']

/** `circle` is an id or empty, `from` and `till` are days or empty. */
export type Sought = { words: string; kind: Kind; circle: string; from: string; till: string }
export const everything: Sought = { words: '', kind: 'all', circle: '', from: '', till: '' }

/** The kinds of what can be found, in words. */
export function useKinds(): Record<Kind, string> {
  const { t } = useLingui()
  return {
    all: t`Everything`,
    minutes: t`Minutes`,
    decision: t`Decisions`,
    chat: t`Chat`,
    note: t`Notes`,
    thread: t`Threads`,
  }
}
