/** Where we are now: some words at the head of a thread, which whoever cares keeps. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listStandings } from '../api/reading.ts'
import { wordThreadStanding } from '../api/saying.ts'
import { STANDING_LENGTH } from '../rules/thread.ts'
import { type Thread, TOUCHES } from './useThread.ts'
import { Moment, useCalled, WordsOf } from './words.tsx'
import styles from './threads.module.css'

type Doing = 'word' | 'before' | null
type SheetProps = { thread: Thread; done: () => void }

function WordSheet({ thread, done }: SheetProps) {
  const { t } = useLingui()
  const [before] = useState(thread.standing)
  const [text, setText] = useState(before?.text ?? '')
  const word = useCall(wordThreadStanding, { touches: TOUCHES })
  const body = { text, seen: before?.number ?? null }
  return (
    <Sheet
      title={t`Where we are now`}
      onClose={done}
      act={t`Keep it`}
      busy={word.isPending || text.trim() === ''}
      problem={word.error}
      onAct={() => word.mutate({ params: { thread: thread.id }, body }, { onSuccess: done })}
    >
      <Field
        label={t`In a few lines, for whoever comes late`}
        hint={t`What is clear, what is open, who does what. Anybody here may say it anew.`}
        value={text}
        onChange={setText}
        lines={6}
        maxLength={STANDING_LENGTH}
        autoFocus
      />
    </Sheet>
  )
}

function BeforeSheet({ thread, done }: SheetProps) {
  const { t } = useLingui()
  const called = useCalled()
  const { data, error } = useRead(listStandings, { params: { thread: thread.id } })
  return (
    <Sheet title={t`Where we were`} onClose={done}>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      <ol className="rows">
        {data?.standings.map(({ number, text, by, at }) => (
          <li key={number}>
            <div>
              <p className="hint">
                <bdi>{called(by)}</bdi>, <Moment at={at} />
              </p>
              <WordsOf text={text} />
            </div>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

export function Standing({ thread }: { thread: Thread }) {
  const called = useCalled()
  const [doing, setDoing] = useState<Doing>(null)
  const { standing, may } = thread
  const close = () => setDoing(null)
  return (
    <>
      {standing ? (
        <section className={styles['standing']} aria-labelledby="standing-h">
          <h2 id="standing-h">
            <Trans>Where we are now</Trans>
          </h2>
          <WordsOf text={standing.text} />
          <p className="hint">
            <bdi>{called(standing.by)}</bdi>, <Moment at={standing.at} />
          </p>
          <p className="acts">
            {may.say && (
              <Button small onPress={() => setDoing('word')}>
                <Trans>Say it anew</Trans>
              </Button>
            )}
            <Button small look="quiet" onPress={() => setDoing('before')}>
              <Trans>Where we were</Trans>
            </Button>
          </p>
        </section>
      ) : (
        may.say && (
          <p className="acts">
            <Button small onPress={() => setDoing('word')}>
              <Trans>Say where we are now</Trans>
            </Button>
          </p>
        )
      )}
      {doing === 'word' && <WordSheet thread={thread} done={close} />}
      {doing === 'before' && <BeforeSheet thread={thread} done={close} />}
    </>
  )
}
