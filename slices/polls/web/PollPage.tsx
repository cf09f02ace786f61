/** A poll: what is asked, one's own answer, those of others, what came of it, and keeping it. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { WordsOf } from '#slices/threads/web/words.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { PollId } from '../api/shapes.ts'
import { Acts } from './Acts.tsx'
import { Choosing } from './Choosing.tsx'
import { Everybody } from './Everybody.tsx'
import { MyTimes } from './MyTimes.tsx'
import { MyWords } from './MyWords.tsx'
import { Others } from './Others.tsx'
import { Summary } from './Summary.tsx'
import { type Id, type Poll, usePoll } from './usePoll.ts'
import { FormWord, Moment, StateTag, useCalled } from './words.tsx'
import styles from './polls.module.css'

export function Page() {
  const id = PollId.safeParse(useParams({ strict: false }).poll)
  return id.success ? <One id={id.data} /> : <Navigate to="/circles" />
}

function One({ id }: { id: Id }) {
  const { data, error } = usePoll(id)
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/polls/${id}` }} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Shown poll={data} />}
    </main>
  )
}

function Shown({ poll }: { poll: Poll }) {
  const isTime = poll.form === 'time'
  return (
    <>
      <title>{poll.title}</title>
      <Head poll={poll} />
      <div className={isTime ? 'column' : 'split'}>
        <div className="column">
          <Over poll={poll} />
          {!isTime && <Summary poll={poll} />}
          {isTime && <Choosing poll={poll} />}
          {isTime ? (
            <MyTimes key={poll.poll} poll={poll} />
          ) : (
            <MyWords key={poll.poll} poll={poll} />
          )}
          {isTime ? <Everybody poll={poll} /> : <Others poll={poll} />}
        </div>
        <Acts poll={poll} />
      </div>
    </>
  )
}

function Head({ poll }: { poll: Poll }) {
  const called = useCalled()
  const { form, state, circle, title, words, thread, by, answers, inside, closesAt, hidden } = poll
  return (
    <header className="page-head">
      <p className="acts">
        <StateTag state={state} />
        <span className="hint">
          <FormWord form={form} /> ·{' '}
          <Link to="/circles/$circle" params={{ circle: circle.id }}>
            <bdi>{circle.name}</bdi>
          </Link>{' '}
          ·{' '}
          <Link to="/circles/$circle/polls" params={{ circle: circle.id }}>
            <Trans>All polls</Trans>
          </Link>
        </span>
      </p>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {words && (
        <div className={styles['lede']}>
          <WordsOf text={words} />
        </div>
      )}
      <p className="hint">
        <Trans>
          Asked by <bdi>{called(by)}</bdi>
        </Trans>{' '}
        ·{' '}
        {state === 'open' && (
          <>
            <Trans>
              until <Moment at={closesAt} />
            </Trans>{' '}
            ·{' '}
          </>
        )}
        <Plural
          value={answers}
          _0={`nobody of ${inside} has answered`}
          one={`one of ${inside} has answered`}
          other={`# of ${inside} have answered`}
        />
        {hidden && (
          <>
            {' · '}
            <Trans>names hidden</Trans>
          </>
        )}
      </p>
      {thread && (
        <p className="hint">
          <Link to="/threads/$thread" params={{ thread }}>
            <Trans>The talk that it came from</Trans>
          </Link>
        </p>
      )}
    </header>
  )
}

/** How it ended. */
function Over({ poll: { withdrawn, closed, state, closesAt } }: { poll: Poll }) {
  const called = useCalled()
  if (withdrawn)
    return (
      <p className="well">
        <Trans>
          <bdi>{called(withdrawn.by)}</bdi> withdrew it, <Moment at={withdrawn.at} />:{' '}
          {withdrawn.why}
        </Trans>
      </p>
    )
  if (state !== 'closed') return null
  return (
    <p className="hint">
      {closed?.by ? (
        <Trans>
          <bdi>{called(closed.by)}</bdi> closed it, <Moment at={closed.at} />.
        </Trans>
      ) : (
        <Trans>
          It closed by its time, <Moment at={closesAt} />.
        </Trans>
      )}
    </p>
  )
}
