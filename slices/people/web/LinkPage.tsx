/** A one-time link from a mail or a steward: what it is, and one button that takes it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { readLink, takeLink } from '../api/sign-in.ts'
import { focusFirst } from './focusFirst.ts'
import styles from './people.module.css'
import { useArrival } from './useMe.ts'

type Stands = Output<typeof readLink>

/** The token stands after the # and so reaches no log; it is taken out of the address at once. */
function useToken(): string {
  const [token] = useState(() => location.hash.slice(1))
  useEffect(() => {
    if (token) history.replaceState(history.state, '', location.pathname)
  }, [token])
  return token
}

export function Page() {
  const { t } = useLingui()
  const token = useToken()
  const { mutate, data, error } = useCall(readLink)
  useEffect(() => mutate({ body: { token } }), [mutate, token])
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Come in`}</title>
      {data && <Take token={token} stands={data} />}
      {error && (
        <div className="stack">
          <h1>
            <Trans>This link opens nothing</Trans>
          </h1>
          <ProblemLine cause={error} />
          <p>
            <Link to="/sign-in" className="btn">
              <Trans>Sign in</Trans>
            </Link>
          </p>
        </div>
      )}
      {!data && !error && <Waiting />}
    </main>
  )
}

function Title({ stands: { kind, by } }: { stands: Stands }) {
  if (kind === 'way-back') return <Trans>Welcome back</Trans>
  if (!by) return <Trans>You are invited</Trans>
  return (
    <Trans>
      <bdi>{by}</bdi> invites you
    </Trans>
  )
}

function Take({ token, stands }: { token: string; stands: Stands }) {
  const { t } = useLingui()
  const [name, setName] = useState(stands.name ?? '')
  const take = useCall(takeLink)
  const arrive = useArrival()
  function comeIn(event: FormEvent) {
    event.preventDefault()
    const body = stands.known ? { token } : { token, name }
    take.mutate({ body }, { onSuccess: (who) => void arrive({ ...who, fresh: false }, '/') })
  }
  return (
    <form className="stack" onSubmit={comeIn} ref={focusFirst}>
      <h1>
        <Title stands={stands} />
      </h1>
      {stands.known ? (
        <p>
          <Trans>
            You come in as <bdi>{stands.name}</bdi>. The link works once.
          </Trans>
          {stands.kind === 'way-back' && (
            <Trans> All your other sessions end, and your old mail address was told.</Trans>
          )}
        </p>
      ) : (
        <Field
          label={t`Your name`}
          hint={t`As others shall see it; you can change it at any time.`}
          autoComplete="name"
          value={name}
          onChange={setName}
          isRequired
        />
      )}
      <ProblemLine cause={take.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={take.isPending}>
          <Trans>Come in</Trans>
        </Button>
      </div>
    </form>
  )
}
