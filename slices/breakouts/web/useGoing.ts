/** Where one is: in the room of one's group while it is out, else in the main hall; text and sound. */
import { useEffect, useState } from 'react'
import { readTheRoom } from '#slices/room/api.ts'
import { createRoomStore } from '#slices/room/web/roomStore.ts'
import type { InRoom } from '#slices/room/web/useRoom.ts'
import { useGoWithin, type Within } from '#slices/room/web/within.tsx'
import { belong, expect } from '#slices/voices/web/inCall.ts'
import { call } from '#web/kit/call.ts'
import { follow } from '#web/kit/live.ts'
import { type Group, groupOf, type GroupSet } from '../rules/state.ts'

const AGAIN_MS = 1000

/** The group in which somebody is now. */
export function groupNow(set: GroupSet | null, who: string): Group | null {
  return set?.state === 'out' ? groupOf(set, who) : null
}

const isNote = (id: string | null): id is `not_${string}` => id?.startsWith('not_') ?? false

async function readWithin(main: InRoom, { id, note }: Group): Promise<Within & { seq: number }> {
  const gathering = `${main.gathering}.${id}` as const
  const { room } = await call(readTheRoom, { params: { gathering } })
  const inRoom = { ...main, gathering, store: createRoomStore(room) }
  return { inRoom, note: isNote(note) ? note : null, seq: room.seq }
}

/** Goes with the group of one's own, and comes back with it. */
export function useGoing(main: InRoom, set: GroupSet | null): Group | null {
  const go = useGoWithin()
  const [tries, setTries] = useState(0)
  const { gathering, me } = main
  const group = groupNow(set, me.who)
  const id = group?.id ?? null
  const voice = set?.state === 'out' ? set.voice : null
  const planned = set?.state === 'planned' ? groupOf(set, me.who)?.id : undefined
  const isOut = set?.state === 'out'
  useEffect(() => {
    // What stands by when they go is what one goes by.
    if (!isOut) expect(gathering, planned ? `${gathering}.${planned}` : null)
  }, [gathering, planned, isOut])
  useEffect(() => {
    belong(gathering, id ? `${gathering}.${id}` : null, voice)
  }, [gathering, id, voice])
  useEffect(() => {
    if (!group) {
      go(null)
      return undefined
    }
    let isOver = false
    let stop = () => {}
    readWithin(main, group).then(
      ({ seq, ...within }) => {
        if (isOver) return
        go(within)
        const { gathering: topic, store } = within.inRoom
        stop = follow(`gathering:${topic}`, seq, { entries: store.take })
      },
      () => setTimeout(() => isOver || setTries(tries + 1), AGAIN_MS),
    )
    return () => {
      isOver = true
      stop()
    }
    // Its name says which group it is; the rest of it changes while one is in it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [main, id, go, tries])
  useEffect(
    () => () => {
      go(null)
      expect(gathering, null)
      belong(gathering, null, null)
    },
    [gathering, go],
  )
  return group
}
