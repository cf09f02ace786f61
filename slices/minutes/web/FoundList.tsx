/** What was found, newest first, page by page. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { keyOf } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMemory } from '../api.ts'
import { KINDS, type Sought, useKinds } from './seeking.ts'

type FoundOne = Output<typeof readMemory>['found'][number]

/** The piece of text with the words that were sought marked. */
function Piece({ piece }: { piece: string }) {
  const parts = piece.replaceAll('\u0002', '\u0003').split('\u0003')
  return (
    <p dir="auto">
      {parts.map((part, at) =>
        // oxlint-disable-next-line react/no-array-index-key
        at % 2 === 1 ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
      )}
    </p>
  )
}

function FoundLine({ found }: { found: FoundOne }) {
  const { i18n } = useLingui()
  const kinds = useKinds()
  const kind = KINDS.find((one) => one === found.kind) ?? 'all'
  return (
    <li>
      <a href={found.href}>
        <bdi>{found.title}</bdi>
      </a>
      <span className="hint">
        {kinds[kind]}, <time dateTime={found.at}>{dayIn(found.at, undefined, i18n.locale)}</time>
      </span>
      {found.piece && <Piece piece={found.piece} />}
    </li>
  )
}

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
