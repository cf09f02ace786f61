/** What was found, newest first, page by page. */
import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { keyOf } from '#web/kit/useCall.ts'
import { readMemory } from '../api.ts'
import type { Sought } from './seeking.ts'
import { FoundLine } from './FoundLine.tsx'

export function FoundList({ sought }: { sought: Sought }) {
  const { words, kind, circle, from, till } = sought
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(readMemory), sought],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(readMemory, {
        query: {
          words,
          ...(kind === 'all' ? {} : { kind }),
          ...(circle ? { circle } : {}),
          ...(from ? { from } : {}),
          ...(till ? { till } : {}),
          ...(pageParam ? { before: pageParam } : {}),
        },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
  if (pages.error) return <ProblemLine cause={pages.error} />
  if (!pages.data) return <Waiting />
  const found = pages.data.pages.flatMap((page) => page.found)
  if (found.length === 0)
    return (
      <Empty>
        {words ? (
          <Trans>
            Nothing that you may read has these words. Try fewer of them, or another form.
          </Trans>
        ) : (
          <Trans>Nothing to remember yet. When a gathering ends, its minutes stand here.</Trans>
        )}
      </Empty>
    )
  return (
    <>
      <ul className="found">
        {found.map((one) => (
          <FoundLine key={one.href + one.kind} found={one} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <p>
          <Button onPress={() => void pages.fetchNextPage()}>
            <Trans>Older ones</Trans>
          </Button>
        </p>
      )}
    </>
  )
}
