/** Asking it otherwise, as long as nobody has answered. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { changePoll } from '../api/asking.ts'
import { readPoll } from '../api/reading.ts'
import { PollId } from '../api/shapes.ts'
import { AskForm } from './AskForm.tsx'
import { draftOf, sent } from './draft.ts'
import { type Id, type Poll, TOUCHES } from './usePoll.ts'

export function Page() {
  const id = PollId.safeParse(useParams({ strict: false }).poll)
  return id.success ? <Changing id={id.data} /> : <Navigate to="/circles" />
}

function Changing({ id }: { id: Id }) {
  const { t } = useLingui()
  const { data, error } = useRead(readPoll, { params: { poll: id } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/polls/${id}/change` }} />
  return (
    <main id="main" className="page">
      <title>{t`Ask it otherwise`}</title>
      <header className="page-head">
        <p>
          <Link to="/polls/$poll" params={{ poll: id }}>
            <bdi>{data?.title}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>Ask it otherwise</Trans>
        </h1>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Writing poll={data} />}
    </main>
  )
}

function Writing({ poll }: { poll: Poll }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => draftOf(poll))
  const change = useCall(changePoll, { touches: TOUCHES })
  const params = { poll: poll.poll }
  return (
    <AskForm
      draft={draft}
      onChange={setDraft}
      act={t`Save`}
      busy={change.isPending}
      problem={change.error}
      onSend={() =>
        change.mutate(
          { params, body: sent(draft) },
          { onSuccess: () => void navigate({ to: '/polls/$poll', params }) },
        )
      }
    />
  )
}
