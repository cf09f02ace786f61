/** The form that begins a thread: what it goes on from, its title, the first words. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { readCircle } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { beginThread } from '../api/beginning.ts'
import { COMMENT_LENGTH, TITLE_LENGTH } from '../rules/thread.ts'
import { Quotes } from './Head.tsx'
import { type Thread, TOUCHES } from './useThread.ts'
import styles from './threads.module.css'

type Props = {
  circle: Thread['circle']['id']
  from: { kind: string; id: string } | null
  source?: NonNullable<Thread['source']>
}

export function BeginThread({ circle, from, source }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { data, error } = useRead(readCircle, { params: { circle } })
  const [title, setTitle] = useState(source?.title ?? '')
  const [text, setText] = useState('')
  const begin = useCall(beginThread, { touches: TOUCHES })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/threads/new` }} />
  const act = () =>
    begin.mutate(
      { params: { circle }, body: { title, text, from } },
      { onSuccess: (made) => void navigate({ to: '/threads/$thread', params: made }) },
    )
  const name = data?.name ?? ''
  return (
    <main id="main" className="page">
      <title>{t`Begin a thread`}</title>
      <header className="page-head">
        <p>
          <a href={`/circles/${circle}`}>
            <bdi>{name}</bdi>
          </a>
        </p>
        <h1>
          <Trans>Begin a thread</Trans>
        </h1>
        <p className="hint">
          <Trans>
            All of <bdi>{name}</bdi> read it and can answer.
          </Trans>
        </p>
      </header>
      <form
        className={`stack ${styles['begin']}`}
        onSubmit={(event) => {
          event.preventDefault()
          act()
        }}
      >
        {source && (
          <section className={styles['from']} aria-label={t`What was said before`}>
            <p>
              <Trans>
                Goes on from{' '}
                <a href={source.href}>
                  <bdi>{source.title}</bdi>
                </a>
              </Trans>
            </p>
            <Quotes quotes={source.quotes} />
          </section>
        )}
        <Field
          label={t`In one line`}
          value={title}
          onChange={setTitle}
          maxLength={TITLE_LENGTH}
          isRequired
          autoFocus
        />
        <Field
          label={t`What you want to say`}
          hint={t`@ and a whole name names somebody of the circle.`}
          value={text}
          onChange={setText}
          lines={8}
          maxLength={COMMENT_LENGTH}
          isRequired
        />
        <ProblemLine cause={begin.error} />
        <p className="acts">
          <Button
            type="submit"
            look="act"
            isDisabled={begin.isPending || title.trim() === '' || text.trim() === ''}
          >
            <Trans>Begin it</Trans>
          </Button>
        </p>
      </form>
    </main>
  )
}
