/** The motions of this gathering, followed as they change. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Output } from '#kernel/operation.ts'
import type { Entry } from '#kernel/record.ts'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { readMotions } from '../api.ts'
import { withVote } from './applied.ts'

export type Motions = Output<typeof readMotions>
export type Motion = Motions['pending'][number]
export type Vote = NonNullable<Motions['vote']>
export type Mine = Vote['mine'][number]

const SOON_MS = 150

export function useMotions(): Motions | undefined {
  const { gathering } = useInRoom()
  const { data } = useRead(readMotions, { params: { gathering } })
  return data
}

/** Follows the news; once a page, where the floor is drawn. */
export function useMotionNews(seq: number | undefined): void {
  const { gathering } = useInRoom()
  const client = useQueryClient()
  const known = seq !== undefined
  useEffect(() => {
    if (!known) return undefined
    const queryKey = keyOf(readMotions, { params: { gathering } })
    let waiting: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined
        void client.invalidateQueries({ queryKey })
      }, SOON_MS)
    }
    const take = (entry: Entry) => {
      const before = client.getQueryData<Motions>(queryKey)
      // What was read meanwhile holds it already.
      if (before && entry.seq <= before.seq) return
      const after = before && withVote(before, entry)
      if (after) client.setQueryData(queryKey, { ...after, seq: entry.seq })
      else soon()
    }
    const stop = follow(`motions:${gathering}`, seq, {
      entries: (entries) => entries.forEach(take),
    })
    return () => {
      clearTimeout(waiting)
      stop()
    }
    // Followed once, from the number that was read first.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, gathering, known])
}
