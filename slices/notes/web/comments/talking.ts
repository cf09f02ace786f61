/**
 * Talking about a note while one reads or writes it: which words were chosen, what is being said,
 * which talk is looked at. The text, read or written, gives the chosen words and shows the marks.
 */
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { Passage } from '../../api/comments.ts'
import type { Read } from '../reading/useReading.ts'
import { inOrder, type Marks, marksIn, type May, type Talk } from './marks.ts'
import { useTalks } from './useTalks.ts'

/** What somebody is about to say; `passage` null: the words are to be chosen again. */
export type Draft = { passage: Passage | null; text: string; instead: string | null }

export type Ways = {
  chosen: () => Passage | null
  /** Nothing is chosen: lets one choose by keys. */
  choose: () => void
}

export type Talking = {
  note: Read['id']
  talks: readonly Talk[]
  open: number
  resolved: number
  may: May
  more: (() => void) | null
  /** Asks the hall again what is said and where it stands. */
  again: () => void
  marks: Marks
  active: string | null
  setActive: (id: string | null) => void
  draft: Draft | null
  setDraft: (draft: Draft | null) => void
  /** The text, read or written, says how its words are chosen; answers what takes that back. */
  offer: (ways: Ways) => () => void
  /** The words that are chosen in the text now. */
  chosen: () => Passage | null
  /** Says something about these words, or has them chosen first. */
  begin: (passage: Passage | null) => void
  /** Says nothing after all: the focus goes back to where one was. */
  giveUp: () => void
  /** Null: nobody said yet; where there is room it is. */
  isShown: boolean | null
  show: (shown: boolean) => void
}

export const TalkingContext = createContext<Talking | null>(null)

/** Null where who reads sees nothing of what is said. */
export const useTalking = (): Talking | null => useContext(TalkingContext)

const NO_TALKS: readonly Talk[] = []

/** The id of a comment in the address, when a link leads to one. */
export function linkedComment(): string | null {
  return /^#comment-(cmt_\w+)$/.exec(window.location.hash)?.[1] ?? null
}

/** The talking about the note that is read; null for who sees nothing of it. */
export function useTalkingAbout(read: Read | undefined, note: Read['id']): Talking | null {
  const sees = read?.comments === true
  const { talks: found, may, more, again, open, resolved } = useTalks(note, 'open', sees)
  const talks = found ?? NO_TALKS
  const [active, setActive] = useState(linkedComment)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [isShown, show] = useState<boolean | null>(() => (linkedComment() ? true : null))
  const ways = useRef<Ways | null>(null)
  const offer = useCallback((offered: Ways) => {
    ways.current = offered
    return () => {
      // The other text may have come before this one went.
      if (ways.current === offered) ways.current = null
    }
  }, [])
  const chosen = useCallback(() => ways.current?.chosen() ?? null, [])
  const from = useRef<Element | null>(null)
  const begin = useCallback((passage: Passage | null) => {
    from.current = document.activeElement
    if (!passage) return ways.current?.choose()
    setDraft((before) => ({ text: '', instead: null, ...before, passage }))
    show(true)
  }, [])
  const giveUp = useCallback(() => {
    setDraft(null)
    if (from.current instanceof HTMLElement) from.current.focus({ preventScroll: true })
  }, [])
  const order = read?.pieces.map(({ key }) => key).join(' ') ?? ''
  const keys = useMemo(() => order.split(' '), [order])
  const marks = useMemo(() => marksIn(keys, talks, active), [keys, talks, active])
  const sorted = useMemo(() => inOrder(keys, talks), [keys, talks])
  if (!sees || !may) return null
  return {
    note,
    talks: sorted,
    open,
    resolved,
    may,
    more,
    again,
    marks,
    active,
    setActive,
    draft,
    setDraft,
    offer,
    chosen,
    begin,
    giveUp,
    isShown,
    show,
  }
}
