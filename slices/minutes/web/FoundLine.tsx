/** One thing that was found, with the words marked. */
import { useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMemory } from '../api.ts'
import { KINDS, useKinds } from './seeking.ts'

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

export function FoundLine({ found }: { found: FoundOne }) {
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
