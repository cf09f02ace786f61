/**
 * Lines on their way. A line keeps its repeat key until it is stored, so sending it again, also
 * after the page was loaded anew, never says it twice. What could not be sent stays, with the reason.
 */
import { useCallback, useEffect, useState } from 'react'
import { call, newKey } from '#web/kit/call.ts'
import { line as liveLine } from '#web/kit/live.ts'
import { ProblemError } from '#web/kit/problem.ts'
import type { Who } from '../rules/call.ts'
import { type Talk, sayInChat, sayInTalk } from '../api.ts'
import type { Gathering } from './entering.ts'
import { useInRoom } from './useRoom.ts'

export type Sending = {
  key: string
  text: string
  reply: number | null
  mentions: Who[]
  /** Why it was not sent; null while it is on its way. */
  cause: unknown
}

const placeOf = (gathering: string, conversation: string) => `sending ${gathering} ${conversation}`

function kept(place: string): Sending[] {
  try {
    const all: Sending[] = JSON.parse(sessionStorage.getItem(place) ?? '[]')
    return all.map((one) => ({ ...one, cause: null }))
  } catch {
    return []
  }
}

async function send(gathering: Gathering, talk: Talk | null, one: Sending): Promise<number> {
  const { text, key } = one
  if (talk) {
    const params = { gathering, talk: talk.id }
    await call(sayInTalk, { params, body: { text }, key })
    return 0
  }
  const reply = one.reply ? { reply: one.reply } : {}
  const body = { text, ...reply, mentions: one.mentions }
  return (await call(sayInChat, { params: { gathering }, body, key })).seq
}

export type Outbox = {
  sending: readonly Sending[]
  post: (text: string, more: Pick<Sending, 'reply' | 'mentions'>) => void
  again: (key: string) => void
  drop: (key: string) => void
}

/** The lines on their way in one conversation. */
export function useOutbox(talk: Talk | null): Outbox {
  const { gathering, store } = useInRoom()
  const place = placeOf(gathering, talk?.id ?? 'everyone')
  const [sending, setSending] = useState<Sending[]>(() => kept(place))
  useEffect(() => {
    if (sending.length > 0) sessionStorage.setItem(place, JSON.stringify(sending))
    else sessionStorage.removeItem(place)
  }, [sending, place])
  const drop = useCallback(
    (key: string) => setSending((all) => all.filter((one) => one.key !== key)),
    [],
  )
  const run = useCallback(
    async (one: Sending) => {
      const mark = (cause: unknown) =>
        setSending((all) =>
          all.map((other) => (other.key === one.key ? { ...other, cause } : other)),
        )
      mark(null)
      try {
        const seq = await send(gathering, talk, one)
        await arrived(store, seq)
        drop(one.key)
      } catch (cause) {
        mark(cause)
      }
    },
    [gathering, talk, store, drop],
  )
  useSendAgain(sending, run)
  return {
    sending,
    post(text, more) {
      const one: Sending = { key: newKey(), text, ...more, cause: null }
      setSending((all) => [...all, one])
      void run(one)
    },
    again(key) {
      const one = sending.find((other) => other.key === key)
      if (one) void run(one)
    },
    drop,
  }
}

/** Waits until the room has heard an entry, at most a while. */
function arrived({ room, watch }: ReturnType<typeof useInRoom>['store'], seq: number) {
  if (room().seq >= seq) return Promise.resolve()
  return new Promise<void>((resolve) => {
    const late = setTimeout(done, 5000)
    const stop = watch(() => {
      if (room().seq >= seq) done()
    })
    function done() {
      clearTimeout(late)
      stop()
      resolve()
    }
  })
}

/** What the lost line held up is sent when it is back; what was left from before, at once. */
function useSendAgain(sending: readonly Sending[], run: (one: Sending) => Promise<void>): void {
  useEffect(() => {
    for (const one of sending) void run(one)
    // Once, for what an earlier page left.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  useEffect(
    () =>
      liveLine.watch(() => {
        if (!liveLine.now().online) return
        for (const one of sending) {
          if (one.cause && !(one.cause instanceof ProblemError)) void run(one)
        }
      }),
    [sending, run],
  )
}
