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
  const isOpen = poll.state === 'open'
  return (
    <>
      <title>{poll.title}</title>
      <Head poll={poll} />
      <div className={isTime ? 'column' : 'split'}>
        <div className="column">
          <Withdrawn poll={poll} />
          {!isTime && <Summary poll={poll} />}
          {isTime && !isOpen && <Choosing poll={poll} />}
          {isTime ? (
            <MyTimes key={poll.poll} poll={poll} />
          ) : (
            <MyWords key={poll.poll} poll={poll} />
          )}
          {isTime ? <Everybody poll={poll} /> : <Others poll={poll} />}
          {isTime && isOpen && <Choosing poll={poll} />}
        </div>
        <Acts poll={poll} />
      </div>
    </>
  )
}

function Head({ poll }: { poll: Poll }) {
  const called = useCalled()
  const { form, state, circle, title, words, thread, by, answers, inside, hidden } = poll
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
        · <Until poll={poll} />
        <Plural
          value={answers}
          _0={`none of ${inside} has answered`}
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

/** Until when it is open, or when it closed and by whom. */
function Until({ poll: { state, closed, closesAt } }: { poll: Poll }) {
  const called = useCalled()
  if (state === 'withdrawn') return null
  return (
    <>
      {state === 'open' ? (
        <Trans>
          until <Moment at={closesAt} />
        </Trans>
      ) : closed?.by ? (
        <Trans>
          closed by <bdi>{called(closed.by)}</bdi>, <Moment at={closed.at} />
        </Trans>
      ) : (
        <Trans>
          closed by its time, <Moment at={closesAt} />
        </Trans>
      )}{' '}
      ·{' '}
    </>
  )
}

function Withdrawn({ poll: { withdrawn } }: { poll: Poll }) {
  const called = useCalled()
  if (!withdrawn) return null
  return (
    <p className="well">
      <Trans>
        <bdi>{called(withdrawn.by)}</bdi> withdrew it, <Moment at={withdrawn.at} />: {withdrawn.why}
      </Trans>
    </p>
  )
}
