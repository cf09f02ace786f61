/** The chat at an item: folded, read by pages when somebody opens it. */
import { Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { keyOf } from '#web/kit/useCall.ts'
import { readMinutesChat } from '../api.ts'
import type { ToldItem } from '../rules/told.ts'
import { ChatLineView } from './ChatLineView.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

const PAGE = 200

function Lines({ item, shown }: { item: string | null; shown: MinutesShown }) {
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(readMinutesChat), shown.id, item],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      call(readMinutesChat, {
        params: { minutes: shown.id },
        query: { item: item ?? 'none', after: pageParam, limit: PAGE },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
  })
  if (pages.error) return <ProblemLine cause={pages.error} />
  if (!pages.data) return <Waiting />
  return (
    <>
      <ol>
        {pages.data.pages.flatMap(({ lines }) =>
          lines.map((line) => <ChatLineView key={line.seq} line={line} shown={shown} />),
        )}
      </ol>
      {pages.hasNextPage && (
        <Button look="quiet" small onPress={() => void pages.fetchNextPage()}>
          <Trans>Later lines</Trans>
        </Button>
      )}
    </>
  )
}

export function ItemChat({ item, shown }: { item: ToldItem; shown: MinutesShown }) {
  const place = item.number ? `#i${item.number}` : '#between'
  const [open, setOpen] = useState(() => window.location.hash === place)
  return (
    <details className="chat" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{item.chat}</summary>
      {open && <Lines item={item.id} shown={shown} />}
    </details>
  )
}
