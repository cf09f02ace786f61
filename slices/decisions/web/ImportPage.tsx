/** What a group decided and said on Loomio, brought into a circle: looked at first, then for good. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { CircleId } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { type Brought, sendExport } from './bringing.ts'
import type { Circle } from './useDecision.ts'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Bringing circle={circle.data} /> : <Navigate to="/circles" />
}

function Report({ brought, circle }: { brought: Brought; circle: Circle }) {
  return (
    <section className="place" aria-labelledby="report-h">
      <h2 id="report-h">
        {brought.tried ? <Trans>So it would be</Trans> : <Trans>Brought in</Trans>}
      </h2>
      <ul>
        {brought.report.map((line, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place only
          <li key={place}>{line}</li>
        ))}
      </ul>
      {!brought.tried && (
        <p className="acts">
          <Link to="/circles/$circle/threads" params={{ circle }}>
            <Trans>Threads</Trans>
          </Link>
          <Link to="/circles/$circle/decisions" params={{ circle }}>
            <Trans>Decisions</Trans>
          </Link>
        </p>
      )}
    </section>
  )
}

function Bringing({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [file, setFile] = useState<File | null>(null)
  const [from, setFrom] = useState('')
  const [members, setMembers] = useState(true)
  const sending = useMutation({ mutationFn: sendExport })
  const { data, error, isPending } = sending
  function send(event: FormEvent, run: boolean) {
    event.preventDefault()
    if (file) sending.mutate({ circle, file, from: from.trim(), members, run })
  }
  return (
    <main id="main" className="page">
      <title>{t`Bring in from Loomio`}</title>
      <header className="page-head">
        <p>
          <Link to="/circles/$circle/decisions" params={{ circle }}>
            <Trans>Decisions</Trans>
          </Link>
        </p>
        <h1>
          <Trans>Bring in from Loomio</Trans>
        </h1>
        <p>
          <Trans>
            The export of a group becomes threads, and decisions that can be counted again. The same
            file brought twice changes nothing, and nobody gets mail.
          </Trans>
        </p>
      </header>
      <div className="column">
        <form className="stack" onSubmit={(event) => send(event, false)}>
          <FileField
            label={t`The export of the group (NDJSON)`}
            accept=".ndjson,.json,.jsonl,application/x-ndjson"
            onFile={(chosen) => {
              setFile(chosen)
              sending.reset()
            }}
          />
          <Field
            label={t`Address of that Loomio, for links`}
            hint={t`Such as https://www.loomio.com. It may stay empty.`}
            type="url"
            value={from}
            onChange={setFrom}
          />
          <label>
            <input
              type="checkbox"
              checked={members}
              onChange={({ target }) => setMembers(target.checked)}
            />{' '}
            <Trans>Members there become members here</Trans>
          </label>
          <p className="acts">
            <Button type="submit" isDisabled={!file || isPending}>
              <Trans>Look at it first</Trans>
            </Button>
          </p>
        </form>
        <p role="status">
          {isPending && <Trans>Reading the file. A large one takes minutes.</Trans>}
        </p>
        <ProblemLine cause={error} />
        {data && <Report brought={data} circle={circle} />}
        {data?.tried && (
          <form onSubmit={(event) => send(event, true)}>
            <Button type="submit" look="act" isDisabled={isPending}>
              <Trans>Bring it in</Trans>
            </Button>
          </form>
        )}
      </div>
    </main>
  )
}
