/** Where I am signed in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import { endOtherSessions, endSession, listSessions } from '../api/me.ts'
import { signOut } from '../api/sign-in.ts'
import { agentShown } from './agents.ts'

/** Ends the session of this browser and goes to the front of the hall. */
function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const out = useCall(signOut)
  return () =>
    out.mutate(
      {},
      {
        onSuccess: () => {
          void navigate({ to: '/' }).then(() => client.resetQueries())
        },
      },
    )
}

export function MySessions() {
  const { i18n, t } = useLingui()
  const { data, error } = useRead(listSessions)
  const end = useCall(endSession, { touches: [listSessions] })
  const endOthers = useCall(endOtherSessions, { touches: [listSessions] })
  const leave = useSignOut()
  const sessions = data?.sessions ?? []
  return (
    <section className="place" aria-labelledby="sessions-h">
      <h2 id="sessions-h">
        <Trans>Where you are signed in</Trans>
      </h2>
      <ProblemLine cause={error ?? end.error ?? endOthers.error} />
      <ul className="rows">
        {sessions.map(({ id, agent, seen, here }) => (
          <li key={id}>
            <div>
              <span className="what">{agentShown(agent) || t`An unknown browser`}</span>
              <p className="hint">
                {here ? (
                  <Trans>This browser</Trans>
                ) : (
                  <Trans>
                    Last seen on {dayIn(seen, undefined, i18n.locale)},{' '}
                    {timeIn(seen, undefined, i18n.locale)}
                  </Trans>
                )}
              </p>
            </div>
            {here ? (
              <Button small onPress={leave}>
                <Trans>Sign out</Trans>
              </Button>
            ) : (
              <Button small onPress={() => end.mutate({ params: { session: id } })}>
                <Trans>End it</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button onPress={() => endOthers.mutate({})}>
          <Trans>End all others</Trans>
        </Button>
      )}
    </section>
  )
}
