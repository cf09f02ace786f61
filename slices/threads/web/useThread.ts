/** One thread as its page reads it: followed live, the same on all devices of its reader. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { useMe } from '#slices/people/web/useMe.ts'
import { follow } from '#web/kit/live.ts'
import { keyOf, useRead } from '#web/kit/useCall.ts'
import { listThreads, unreadThreads } from '../api/beginning.ts'
import { listStandings, listVersions, readLine, readThread } from '../api/reading.ts'
import type { CommentId, ThreadId } from '../api/shapes.ts'

export type Thread = Output<typeof readThread>
export type Line = Output<typeof readLine>
export type Comment = Line['comments'][number]
export type Happened = Line['happened'][number]
export type Id = z.output<typeof ThreadId>
export type Said = z.output<typeof CommentId>

/** What is read anew when something happened in a thread. */
export const TOUCHES = [
  readThread,
  readLine,
  listThreads,
  unreadThreads,
  listStandings,
  listVersions,
]

export function useThread(thread: Id) {
  const client = useQueryClient()
  const me = useMe()?.id
  const read = useRead(readThread, { params: { thread } })
  const seq = read.data?.seq
  const isThere = seq !== undefined
  useEffect(() => {
    if (!isThere) return
    const again = () => {
      for (const op of TOUCHES) void client.invalidateQueries({ queryKey: keyOf(op) })
    }
    const leave = follow(`thread:${thread}`, seq, { entries: again, gone: again })
    return leave
    // It is followed from where it was first read; what comes after is heard.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, thread, isThere])
  useEffect(() => {
    if (!me) return
    const again = () => {
      for (const op of [readThread, unreadThreads])
        void client.invalidateQueries({ queryKey: keyOf(op) })
    }
    return follow(`reads:${me}`, 0, { entries: again, pass: again })
  }, [client, me])
  return read
}
