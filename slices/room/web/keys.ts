/**
 * Keys: F6 moves between the places, single letters do what is done most. Letters count only
 * outside of fields, and can be switched off.
 */
import { useLingui } from '@lingui/react/macro'
import { createElement, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { endATurn } from '../api.ts'
import { useTalking } from './conversations.tsx'
import { FIELD } from './drafts.ts'
import { useFloats } from './Floats.tsx'
import { KeysSheet } from './KeysSheet.tsx'
import { useActs, useInRoom } from './useRoom.ts'

const OFF = 'moothall single keys off'

export function singleKeysCount(): boolean {
  return localStorage.getItem(OFF) === null
}

export function keepSingleKeys(count: boolean): void {
  if (count) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
}

export type KeyWords = { key: string; does: string }

export function useKeyWords(): KeyWords[] {
  const { t } = useLingui()
  return [
    { key: '?', does: t`These keys` },
    { key: 'F6', does: t`On to the next place; with Shift to the one before` },
    { key: 'h', does: t`The hand: ask for the floor, or take it down` },
    { key: 'd', does: t`I have finished` },
    { key: 'c', does: t`Write in the chat` },
    { key: 'p', does: t`People` },
    { key: 't', does: t`Temperature` },
    { key: 'Esc', does: t`Close what floats, leave the field` },
  ]
}

export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function goRound(step: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-place]')]
  const at = places.findIndex((place) => place.contains(document.activeElement))
  const next = at < 0 ? (step > 0 ? 0 : places.length - 1) : at + step
  places[(next + places.length) % places.length]?.focus()
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click()
}

export function useKeys(): void {
  const { me } = useInRoom()
  const { show } = useTalking()
  const { open } = useFloats()
  const { act } = useActs()
  useEffect(() => {
    const does: Record<string, () => void> = {
      '?': () => open(createElement(KeysSheet)),
      h: () => press('#hand'),
      d: () => void act(endATurn, { params: { who: me.who } }),
      t: () => document.querySelector<HTMLElement>('.hands button, #temperature')?.focus(),
      p: () => {
        flushSync(() => show('people'))
        document.querySelector<HTMLElement>('.crowd button')?.focus()
      },
      c: () => {
        flushSync(() => show('chat'))
        document.getElementById(FIELD)?.focus()
      },
    }
    function hear(event: KeyboardEvent) {
      if (event.key === 'F6') {
        event.preventDefault()
        return goRound(event.shiftKey ? -1 : 1)
      }
      if (event.key === 'Escape' && isField(event.target)) {
        if (event.target instanceof HTMLElement && !event.defaultPrevented) event.target.blur()
        return
      }
      const busy = isField(event.target) || document.querySelector('[role=dialog], [role=menu]')
      if (busy || event.ctrlKey || event.metaKey || event.altKey || !singleKeysCount()) return
      const run = does[event.key]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [act, me.who, open, show])
}
