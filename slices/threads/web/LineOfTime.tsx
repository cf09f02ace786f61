/** The line of time: earlier and later where there is more, and a line where what is new begins. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { CommentView } from './CommentView.tsx'
import { HappenedLine } from './HappenedLine.tsx'
import { ChooseBox, type Choosing } from './Splitting.tsx'
import { entriesOf, type Start, useLine } from './useLine.ts'
import { useSeen } from './useSeen.ts'
import type { Comment, Thread } from './useThread.ts'
import styles from './threads.module.css'

type Props = {
  thread: Thread
  me: string | null
  start: Start
  /** The number of the first comment that was unread when the page opened. */
  fresh: number | null
  /** The comment that the address names is not here any more. */
  onLost: () => void
  onAnswer: (comment: Comment) => void
  choosing: Choosing
}

/** The comment that the address names has the focus, once it is here. */
function useNamed(start: Start, isThere: boolean) {
  const done = useRef<Start | null>(null)
  useEffect(() => {
    if (!isThere || !('around' in start) || done.current === start) return
    const place = document.getElementById(start.around)
    if (!place) return
    done.current = start
    place.focus({ preventScroll: true })
    place.scrollIntoView({ block: 'center' })
  }, [start, isThere])
}

export function LineOfTime({ thread, me, start, fresh, onLost, onAnswer, choosing }: Props) {
  const { t } = useLingui()
  const line = useLine(thread.id, start)
  const seen = useSeen(thread.id, thread.mine.upTo)
  const { data, error, hasPreviousPage, hasNextPage } = line
  useNamed(start, data !== undefined)
  const isLost = 'around' in start && refusalName(error) === 'not-found'
  useEffect(() => {
    if (isLost) onLost()
  }, [isLost, onLost])
  if (!data) return error ? <ProblemLine cause={error} /> : <Waiting />
  return (
    <>
      {hasPreviousPage && (
        <Button
          small
          isDisabled={line.isFetchingPreviousPage}
          onPress={() => void line.fetchPreviousPage()}
        >
          <Trans>Earlier</Trans>
        </Button>
      )}
      <ol className={styles['line']}>
        {entriesOf(data.pages).map((entry) => (
          <li key={entry.kind === 'comment' ? entry.comment.id : entry.number}>
            {entry.number === fresh && (
              <p className={styles['fresh']}>
                <Trans>New since you were here</Trans>
              </p>
            )}
            {entry.kind === 'happened' ? (
              <HappenedLine happened={entry.happened} />
            ) : (
              <CommentView
                {...{ thread, me, seen, onAnswer }}
                comment={entry.comment}
                choosing={choosing.is && <ChooseBox comment={entry.comment} choosing={choosing} />}
              />
            )}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button
          small
          isDisabled={line.isFetchingNextPage}
          onPress={() => void line.fetchNextPage()}
        >
          <Trans>Later</Trans>
        </Button>
      )}
      <ProblemLine cause={isLost ? null : error} />
      <p className="sr" role="status">
        {thread.mine.unread > 0 && t`${thread.mine.unread} unread`}
      </p>
    </>
  )
}
