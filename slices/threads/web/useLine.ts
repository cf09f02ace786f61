/**
 * The line of time on the page: it begins with what is unread, at the comment that an address names, or
 * at its end, and grows to both sides. Who stands at its end goes on standing there.
 */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '#web/kit/call.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { CommentId } from '../api/shapes.ts'
import { readLine } from '../api/reading.ts'
import type { Comment, Happened, Id, Line, Said } from './useThread.ts'

export type Start = { from: number } | { before: number } | { around: Said }

/** Where the line begins for who opens the page now. */
export function startOf(
  { seq, mine }: { seq: number; mine: { first: number | null } },
  hash: string,
): Start {
  const named = CommentId.safeParse(hash.replace(/^#/, ''))
  if (named.success) return { around: named.data }
  return mine.first === null ? { before: seq + 1 } : { from: mine.first }
}

export type Entry =
  | { kind: 'comment'; number: number; comment: Comment }
  | { kind: 'happened'; number: number; happened: Happened }

/** What was said and what happened, in one order, each once. */
export function entriesOf(pages: readonly Line[]): Entry[] {
  const all = new Map<string, Entry>()
  for (const { comments, happened } of pages) {
    for (const comment of comments)
      all.set(comment.id, { kind: 'comment', number: comment.number, comment })
    for (const one of happened)
      all.set(`${one.number}`, { kind: 'happened', number: one.number, happened: one })
  }
  return [...all.values()].toSorted((a, b) => a.number - b.number)
}

export function useLine(thread: Id, start: Start) {
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(readLine), thread, start],
    initialPageParam: start,
    queryFn: ({ pageParam, signal }: { pageParam: Start; signal: AbortSignal }) =>
      call(readLine, { params: { thread }, query: pageParam, signal }),
    getNextPageParam: ({ later, comments }, _all, last): Start | undefined => {
      const number = comments.at(-1)?.number
      if (!later) return undefined
      if (number !== undefined) return { from: number + 1 }
      return 'before' in last ? { from: last.before } : undefined
    },
    getPreviousPageParam: ({ earlier, comments }, _all, first): Start | undefined => {
      const number = comments[0]?.number
      if (!earlier) return undefined
      if (number !== undefined) return { before: number }
      return 'from' in first ? { before: first.from } : undefined
    },
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = pages
  const stood = useRef(false)
  useEffect(() => {
    if (!data || isFetching) return
    if (hasNextPage && stood.current) void fetchNextPage()
    else stood.current = !hasNextPage
  }, [data, hasNextPage, isFetching, fetchNextPage])
  return pages
}
