/** Memory: where gatherings, decisions and what was said are found again. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { Field } from '#web/kit/Field.tsx'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { keyOf } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMemory } from '../api.ts'
import './page.css'

type Kind = 'minutes' | 'decision' | 'chat'
type FoundOne = Output<typeof readMemory>['found'][number]
const KINDS: readonly (Kind | 'all')[] = ['all', 'minutes', 'decision', 'chat']

function useKinds(): Record<Kind | 'all', string> {
  const { t } = useLingui()
  return { all: t`Everything`, minutes: t`Minutes`, decision: t`Decisions`, chat: t`Chat` }
}

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

function FoundList({ words, kind }: { words: string; kind: Kind | 'all' }) {
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(readMemory), words, kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call(readMemory, {
        query: {
          words,
          ...(kind === 'all' ? {} : { kind }),
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

export function MemoryPage() {
  const { t } = useLingui()
  const kinds = useKinds()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<Kind | 'all'>('all')
  const sought = useDeferredValue(words.trim())
  return (
    <main id="main" className="page memory">
      <div className="head">
        <h1 className="doc">
          <Trans>Memory</Trans>
        </h1>
        <p>
          <Link to="/memory/import">
            <Trans>Import a saved chat</Trans>
          </Link>{' '}
          <a href="/memory.atom">
            <Trans>Feed</Trans>
          </a>
        </p>
      </div>
      <search className="ask">
        <Field
          label={t`Words`}
          hint={t`In titles, items, decisions and the chat; accents don't matter.`}
          value={words}
          onChange={setWords}
          type="search"
        />
      </search>
      <fieldset className="kinds">
        <legend className="sr">
          <Trans>What to find</Trans>
        </legend>
        {KINDS.map((one) => (
          <Button key={one} small aria-pressed={kind === one} onPress={() => setKind(one)}>
            {kinds[one]}
          </Button>
        ))}
      </fieldset>
      <FoundList words={sought} kind={kind} />
    </main>
  )
}
