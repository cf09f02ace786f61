/** What is said to screen readers as it happens, without shouting. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { placeOf } from '../rules/stack.ts'
import { useOrdinal } from './Bar.tsx'
import { useCare } from './care.ts'
import { lastSeq } from './lastSeq.ts'
import { lastLines } from './timeline.ts'
import { useInRoom, useRoom } from './useRoom.ts'

const AT_MOST_EVERY_MS = 10_000

/** Calls `tell` when a value changes, not for the first. */
function useNews<T>(value: T, tell: (value: T) => void): void {
  const before = useRef(value)
  useEffect(() => {
    if (Object.is(before.current, value)) return
    before.current = value
    tell(value)
  })
}

/** "3 new" at most every ten seconds. */
function useChatNews(): void {
  const { t } = useLingui()
  const { me, say, store } = useInRoom()
  const last = useRoom((room) => lastSeq(room.chat.lines))
  const told = useRef(last)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (last <= told.current || timer.current !== undefined) return
    function tell() {
      timer.current = undefined
      const fresh = lastLines(store.room().chat.lines, 100).filter(
        ({ seq, who }) => seq > told.current && who !== me.who,
      )
      told.current = lastSeq(store.room().chat.lines)
      const count = fresh.length
      if (count === 0) return
      say(t`Chat: ${plural(count, { one: '# new line', other: '# new lines' })}`)
      timer.current = setTimeout(tell, AT_MOST_EVERY_MS)
    }
    tell()
  }, [last, me.who, say, store, t])
  useEffect(() => () => clearTimeout(timer.current), [])
}

export function Heralds() {
  const { t } = useLingui()
  const { me, say } = useInRoom()
  const ordinal = useOrdinal()
  const place = useRoom((room) => placeOf(room, me.who))
  const asks = useRoom((room) => room.stack.requests.some(({ who }) => who === me.who))
  const announcement = useRoom((room) => room.announcements.at(-1))
  const poll = useRoom((room) => room.polls.findLast(({ closedAt }) => !closedAt)?.question)
  const process = useRoom(
    (room) =>
      room.stack.requests.find(({ kind, who }) => kind === 'process' && who !== me.who)?.who,
  )
  const processName = useRoom((room) => (process ? (room.people[process]?.name ?? '') : ''))
  const care = useCare()
  const waiting = care?.waiting.length ?? 0
  useChatNews()
  useNews(asks ? place : 0, (now) => {
    if (now > 0) say(t`You are ${ordinal(now)} to speak.`)
  })
  useNews(announcement, (now) => {
    if (now) say(t`To all: ${now.text}`)
  })
  useNews(poll, (now) => {
    if (now) say(t`A poll is open: ${now}`)
  })
  useNews(care ? processName : '', (name) => {
    if (name) say(t`${name} has a call about the process.`)
  })
  useNews(waiting, (count) => {
    if (count > 0) say(t`${count} waiting in the lobby`)
  })
  return null
}
