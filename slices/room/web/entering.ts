/**
 * Coming in: enter, read the room, follow it. Whoever waits in the lobby is let in by an entry of
 * their own topic; whoever is put out or leaves elsewhere sees why.
 */
import { useCallback, useEffect, useState } from 'react'
import { call } from '#web/kit/call.ts'
import { follow } from '#web/kit/live.ts'
import { refusalName } from '#web/kit/problem.ts'
import { enterTheRoom, type Me, readTheRoom } from '../api.ts'
import { createRoomStore, type RoomStore } from './roomStore.ts'

export type Gathering = `gth_${string}`
export type Entering =
  | { state: 'coming' }
  | { state: 'waiting'; me: Me }
  | { state: 'in'; me: Me; store: RoomStore }
  | { state: 'out'; cause: unknown }

type Stop = () => void
const nothing: Stop = () => {}

async function comeIn(gathering: Gathering, show: (now: Entering) => void): Promise<Stop> {
  const params = { gathering }
  const entered = await call(enterTheRoom, { params })
  if (entered.state === 'wait') {
    show({ state: 'waiting', me: entered.me })
    return follow(`own:${gathering}:${entered.me.who}`, 0, {
      entries(entries) {
        if (entries.some(({ kind }) => kind === 'door.answered')) show({ state: 'coming' })
      },
    })
  }
  const { room, me } = await call(readTheRoom, { params })
  const store = createRoomStore(room)
  show({ state: 'in', me, store })
  return follow(`gathering:${gathering}`, room.seq, {
    entries: store.take,
    gone: () => void whyOut(gathering, show),
  })
}

async function whyOut(gathering: Gathering, show: (now: Entering) => void): Promise<void> {
  try {
    await call(readTheRoom, { params: { gathering } })
    show({ state: 'out', cause: null })
  } catch (cause) {
    show({ state: 'out', cause })
  }
}

/** What was refused may be asked of the porch: a name. */
function needsPorch(cause: unknown): boolean {
  return refusalName(cause) === 'name-needed'
}

/** Comes into the room of a gathering; `again` tries anew. */
export function useEntering(gathering: Gathering): Entering & { again: () => void } {
  const [now, setNow] = useState<Entering>({ state: 'coming' })
  const [tries, setTries] = useState(0)
  const again = useCallback(() => {
    setNow({ state: 'coming' })
    setTries((count) => count + 1)
  }, [])
  useEffect(() => {
    let ended = false
    let stop = nothing
    const show = (next: Entering) => {
      if (ended) return
      if (next.state === 'coming') again()
      else setNow(next)
    }
    comeIn(gathering, show).then(
      (stopping) => {
        if (ended) stopping()
        else stop = stopping
      },
      (cause) => {
        if (needsPorch(cause)) location.replace(`/gatherings/${gathering}/door`)
        else show({ state: 'out', cause })
      },
    )
    return () => {
      ended = true
      stop()
    }
  }, [gathering, tries, again]) // oxlint-disable-line react/exhaustive-effect-dependencies
  return { ...now, again }
}
