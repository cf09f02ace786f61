/** Threads in a list: each with what is unread, when something was last said, who began it. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import type { listThreads } from '../api/beginning.ts'
import { Moment, useCalled } from './words.tsx'
import styles from './threads.module.css'

type Listed = Output<typeof listThreads>['threads'][number]

export function UnreadTag({ unread }: { unread: number }) {
  if (unread === 0) return null
  return (
    <span className="tag ember">
      <Plural value={unread} one="# unread" other="# unread" />
    </span>
  )
}

/** Where the sought words stand, marked. */
function Piece({ found }: { found: NonNullable<Listed['found']> }) {
  const parts = found.piece.replaceAll('\u0002', '\u0003').split('\u0003')
  return (
    <p className={styles['piece']} dir="auto">
      <a href={found.href}>
        {parts.map((part, at) =>
          // oxlint-disable-next-line react/no-array-index-key
          at % 2 === 1 ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
        )}
      </a>
    </p>
  )
}

export function Rows({ threads }: { threads: readonly Listed[] }) {
  const called = useCalled()
  return (
    <ul className="rows">
      {threads.map(({ thread, title, by, lastAt, comments, unread, how, locked, found }) => (
        <li key={thread}>
          <div>
            <Link className="what" to="/threads/$thread" params={{ thread }}>
              <bdi>{title}</bdi>
            </Link>
            <p className="hint">
              <bdi>{called(by)}</bdi>
              {' · '}
              <Plural value={comments} one="One comment" other="# comments" />
              {' · '}
              <Trans>
                last <Moment at={lastAt} />
              </Trans>
              {how === 'mute' && (
                <>
                  {' · '}
                  <Trans>muted</Trans>
                </>
              )}
            </p>
            {found?.piece && <Piece found={found} />}
          </div>
          <span className="acts">
            {locked && (
              <span className="tag straw">
                <Trans>Locked</Trans>
              </span>
            )}
            {how !== 'mute' && <UnreadTag unread={unread} />}
          </span>
        </li>
      ))}
    </ul>
  )
}
