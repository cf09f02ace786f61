/** A link that invites: whose door it opens, and coming in by it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { whoAmI } from '#slices/people/api/me.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { readJoinLink, takeJoinLink } from '../api.ts'
import styles from './membrane.module.css'
import { Stranger } from './Stranger.tsx'

export function Page() {
  const { t } = useLingui()
  const token = location.hash.slice(1)
  const link = useCall(readJoinLink)
  const me = useRead(whoAmI).data
  const take = useCall(takeJoinLink, { touches: [whoAmI] })
  const { mutate } = link
  useEffect(() => mutate({ body: { token } }), [mutate, token])
  const to = link.data
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`You are invited`}</title>
      <div className="stack">
        <h1>
          <Trans>You are invited</Trans>
        </h1>
        <ProblemLine cause={link.error ?? take.error} />
        {!to && !link.error && <Waiting />}
        {to && (
          <p>
            <Trans>
              Into <bdi>{to.name}</bdi>, among the <bdi>{to.className}</bdi>.
            </Trans>
          </p>
        )}
        {take.data && (
          <p className="well" role="status">
            <Trans>You are inside.</Trans>{' '}
            <Link to="/circles/$circle" params={{ circle: take.data.circle }}>
              <Trans>To the circle</Trans>
            </Link>
          </p>
        )}
        {to && me && !me.person && (
          <Stranger circle={to.circle} of={to.class} token={token} back={`/join#${token}`} />
        )}
        {to && me?.person && !take.data && (
          <div className="acts">
            <Button
              look="act"
              isDisabled={take.isPending}
              onPress={() => take.mutate({ body: { token } })}
            >
              <Trans>Come in</Trans>
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
