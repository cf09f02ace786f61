/** A thread: what it is about and where it stands, its line of time, a place to speak, all else beside. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe } from '#slices/people/web/useMe.ts'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { ThreadId } from '../api/shapes.ts'
import { Beside } from './Beside.tsx'
import { Compose } from './Compose.tsx'
import { Head } from './Head.tsx'
import { LineOfTime } from './LineOfTime.tsx'
import { SplitBar, useChoosing } from './Splitting.tsx'
import { Standing } from './Standing.tsx'
import { startOf } from './useLine.ts'
import { type Comment, type Id, type Thread, useThread } from './useThread.ts'
import styles from './threads.module.css'

export function Page() {
  const { thread } = useParams({ strict: false })
  const id = ThreadId.safeParse(thread)
  return id.success ? <One key={id.data} thread={id.data} /> : <Navigate to="/" />
}

function One({ thread }: { thread: Id }) {
  const me = useMe()?.id ?? null
  const { data, error } = useThread(thread)
  const { hash } = useLocation()
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/threads/${thread}` }} />
  if (data?.mergedInto)
    return (
      <Navigate to="/threads/$thread" params={{ thread: data.mergedInto }} hash={hash} replace />
    )
  return (
    <main id="main" className="page">
      {!data && <ProblemLine cause={error} />}
      {!data && !error && <Waiting />}
      {data && <Opened thread={data} me={me} hash={hash} />}
    </main>
  )
}

/** Where the line begins is settled when the page opens, so that nothing jumps while one reads. */
function Opened({ thread, me, hash }: { thread: Thread; me: string | null; hash: string }) {
  const { t } = useLingui()
  const [start, setStart] = useState(() => startOf(thread, hash))
  const [fresh] = useState(thread.mine.first)
  const [answers, setAnswers] = useState<Comment | null>(null)
  const choosing = useChoosing()
  useEffect(() => {
    if (hash) setStart(startOf({ ...thread, mine: { first: null } }, hash))
    // Only another address leads elsewhere.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [hash])
  return (
    <>
      <title>{thread.title}</title>
      <Head thread={thread} />
      <div className="split">
        <div className={styles['talk']}>
          <Standing thread={thread} />
          <section aria-label={t`What was said`}>
            <LineOfTime
              {...{ thread, me, start, fresh }}
              onLost={() => setStart(startOf(thread, ''))}
              onAnswer={setAnswers}
              choosing={choosing}
            />
          </section>
          {choosing.is ? (
            <SplitBar thread={thread} choosing={choosing} />
          ) : thread.may.say ? (
            <Compose {...{ thread, me, answers }} onAnswered={() => setAnswers(null)} />
          ) : (
            <p className="well">
              <Trans>This thread is locked. You can read it, follow it and react.</Trans>
            </p>
          )}
        </div>
        <Beside thread={thread} onSplit={choosing.begin} />
      </div>
    </>
  )
}
