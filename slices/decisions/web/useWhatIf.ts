/** Decisions under other rules, counted again part by part until all are there. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { PresetName, VersionId } from '#slices/constitutions/api/shapes.ts'
import { call } from '#web/kit/call.ts'
import { keyOf } from '#web/kit/useCall.ts'
import { whatIfCircle } from '../api/what-if.ts'
import type { Circle, Id } from './useDecision.ts'

/** The other rules as they stand in the address of the page. */
export const Under = z.object({
  model: PresetName.optional().catch(undefined),
  version: VersionId.optional().catch(undefined),
  rulesOf: CircleId.optional().catch(undefined),
  method: z.string().optional().catch(undefined),
  quorum: z.string().optional().catch(undefined),
  threshold: z.coerce.string().optional().catch(undefined),
  strict: z.coerce
    .string()
    .pipe(z.enum(['true', 'false']))
    .optional()
    .catch(undefined),
})
export type Under = z.output<typeof Under>

/** Whether any other rules are asked for. */
export function asksFor({ model, version, rulesOf, method, quorum, threshold }: Under): boolean {
  return [model, version, rulesOf, method, quorum, threshold].some((one) => one !== undefined)
}

export type Page = Output<typeof whatIfCircle>
export type Retold = Page['decisions'][number]

/** What flips first, then what stays, then what can't be told; each the newest first. */
export function inOrder(all: readonly Retold[]): Retold[] {
  const place = ({ flips, after }: Retold) => (flips ? 0 : after ? 1 : 2)
  return all.toSorted((a, b) => place(a) - place(b))
}

export function useWhatIf(circle: Circle, under: Under) {
  const asked = asksFor(under)
  const query = useInfiniteQuery({
    queryKey: [...keyOf(whatIfCircle, { params: { circle }, query: { ...under } }), 'all'],
    initialPageParam: null as Id | null,
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      call(whatIfCircle, {
        params: { circle },
        query: { ...under, ...(pageParam ? { after: pageParam } : {}) },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
    enabled: asked,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const pages = query.data?.pages ?? []
  const [first] = pages
  return {
    asked,
    error: query.error,
    under: first?.under ?? null,
    decided: first?.decided ?? 0,
    decisions: inOrder(pages.flatMap(({ decisions }) => decisions)),
    done: first !== undefined && !hasNextPage,
  }
}
