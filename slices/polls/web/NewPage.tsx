/** Asking a poll: in which form, and what. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { readThread } from '#slices/threads/api/reading.ts'
import { ThreadId } from '#slices/threads/api/shapes.ts'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { askPoll } from '../api/asking.ts'
import { FORMS, type Form } from '../rules/poll.ts'
import { AskForm } from './AskForm.tsx'
import { emptyDraft, sent } from './draft.ts'
import { type Circle, TOUCHES } from './usePoll.ts'
import styles from './polls.module.css'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Asking circle={circle.data} /> : <Navigate to="/circles" />
}

type Thread = { id: `thr_${string}`; title: string } | null

function Asking({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const { thread: of }: Partial<Record<string, string>> = useSearch({ strict: false })
  const from = ThreadId.safeParse(of)
  const thread = from.success ? from.data : null
  const talk = useRead(readThread, thread ? { params: { thread } } : {}, thread !== null)
  const { data, error } = useRead(readCircle, { params: { circle } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/polls/new` }} />
  const ready = data && (thread === null || talk.data || talk.error)
  return (
    <main id="main" className="page">
      <title>{t`Ask a poll`}</title>
      <header className="page-head">
        <p>
          <Link to="/circles/$circle" params={{ circle }}>
            <bdi>{data?.name}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>Ask a poll</Trans>
        </h1>
        {talk.data && (
          <p className="hint">
            <Trans>
              Out of the thread{' '}
              <Link to="/threads/$thread" params={{ thread: talk.data.id }}>
                <bdi>{talk.data.title}</bdi>
              </Link>
              , which is told.
            </Trans>
          </p>
        )}
      </header>
      <ProblemLine cause={error} />
      {!ready && !error && <Waiting />}
      {ready && <Writing circle={circle} thread={talk.data ?? null} />}
    </main>
  )
}

function Choices({ form, onChange }: { form: Form; onChange: (form: Form) => void }) {
  const { t } = useLingui()
  const words: Record<Form, [string, string]> = {
    time: [t`Time poll`, t`Which of these times suits? It ends as a gathering.`],
    sense: [t`Sense check`, t`How does this sound, and why? Before anything is decided.`],
    round: [t`Question round`, t`What do you think? Each answers once, in words.`],
  }
  return (
    <fieldset className={styles['forms']}>
      <legend className="label">
        <Trans>What kind of poll</Trans>
      </legend>
      {FORMS.map((one) => (
        <label key={one} className={styles['form']}>
          <input
            type="radio"
            name="form"
            checked={one === form}
            onChange={() => onChange(one)}
            aria-describedby={`form-${one}`}
          />
          <span>
            <b>{words[one][0]}</b>
            <span id={`form-${one}`} className="hint">
              {words[one][1]}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Writing({ circle, thread }: { circle: Circle; thread: Thread }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => ({
    ...emptyDraft(thread ? 'sense' : 'time'),
    title: thread?.title ?? '',
  }))
  const ask = useCall(askPoll, { touches: TOUCHES })
  const body = { ...sent(draft), form: draft.form, thread: thread?.id ?? null }
  return (
    <AskForm
      draft={draft}
      onChange={setDraft}
      act={t`Ask it`}
      busy={ask.isPending}
      problem={ask.error}
      onSend={() =>
        ask.mutate(
          { params: { circle }, body },
          { onSuccess: (made) => void navigate({ to: '/polls/$poll', params: made }) },
        )
      }
    >
      <Choices form={draft.form} onChange={(form) => setDraft({ ...draft, form })} />
    </AskForm>
  )
}
