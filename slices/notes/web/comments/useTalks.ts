/** What is said about a note: read in pages, read again when somebody says something. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import { call } from '#web/kit/call.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { listComments } from '../../api/comments.ts'
import type { NoteId } from '../../api/shapes.ts'

type State = 'open' | 'resolved'

export function useTalks(note: z.infer<typeof NoteId>, state: State, isWanted: boolean) {
  const client = useQueryClient()
  const again = useCallback(
    () => void client.invalidateQueries({ queryKey: keyOf(listComments) }),
    [client],
  )
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(listComments), note, state],
    initialPageParam: undefined,
    queryFn: ({
      pageParam,
      signal,
    }: {
      pageParam: `cmt_${string}` | undefined
      signal: AbortSignal
    }) =>
      call(listComments, {
        params: { note },
        query: { state, ...(pageParam && { after: pageParam }) },
        signal,
      }),
    getNextPageParam: ({ more, talks }) => (more ? talks.at(-1)?.id : undefined),
    enabled: isWanted,
  })
  const last = pages.data?.pages.at(-1)
  return {
    talks: pages.data?.pages.flatMap(({ talks }) => talks) ?? null,
    open: last?.open ?? 0,
    resolved: last?.resolved ?? 0,
    may: last?.may ?? null,
    error: pages.error,
    again,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
  }
}
