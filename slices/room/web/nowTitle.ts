/** The now line for the title of the page, and for ears: said when it changes, never its ticking. */
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import { t as tr } from '@lingui/core/macro'
import { useEffect, useRef } from 'react'
import type { NowLine } from '../rules/now-line.ts'
import { clockOf } from './durations.ts'
import { useInRoom } from './useRoom.ts'

function what(now: NowLine, i18n: I18n): string[] {
  if (now.kind === 'lost') return [tr(i18n)`the line is lost`]
  if (now.kind === 'ended') return [tr(i18n)`it is over`]
  if (now.kind === 'before') {
    const time = clockOf(now.startsIn)
    return now.startsIn > 0 ? [tr(i18n)`in ${time}`] : []
  }
  const time = now.left === null ? '' : clockOf(now.left)
  const left =
    now.left === null ? '' : now.left < 0 ? tr(i18n)`${time} over` : tr(i18n)`${time} left`
  const who = 'holders' in now ? now.holders.map(({ name }) => name).join(', ') : ''
  const first = [left, who].filter(Boolean).join(', ')
  return [first, now.item?.title ?? '']
}

/** "1:12 left, Chiara · Panel · Who keeps the keys?" */
export function titleOf(now: NowLine, title: string, i18n: I18n): string {
  return [...what(now, i18n), title].filter(Boolean).join(' · ')
}

/** Says the now line when the item, the floor or who is next changes, and at one minute left. */
export function useSpeaking(now: NowLine): void {
  const { t } = useLingui()
  const { say } = useInRoom()
  const item = 'item' in now ? (now.item?.title ?? '') : ''
  const floor = 'holders' in now ? now.holders.map(({ name }) => name).join(', ') : ''
  const next = 'next' in now && now.next && 'name' in now.next ? now.next.name : ''
  const minute = 'warned' in now && now.warned
  const yours = 'yours' in now && now.yours
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const parts = [
      now.kind === 'lost' ? t`The line is lost. What you type is kept.` : '',
      item,
      yours ? t`You have the floor.` : floor ? t`${floor} has the floor.` : '',
      next ? t`Next: ${next}.` : '',
    ]
    const words = parts.filter(Boolean).join(' ')
    if (words) say(words)
    // The words follow from these; the language alone is no news.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [now.kind === 'lost', item, floor, next, yours])
  useEffect(() => {
    if (minute) say(t`One minute left, thank you.`)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [minute])
}
