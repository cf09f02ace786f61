/** Invitations to my address that wait for my answer. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { myCircles } from '../api.ts'
import { accept, myInvitations } from '../api/invitations.ts'

export function MyInvitations() {
  const { data } = useRead(myInvitations)
  const take = useCall(accept, { touches: [myInvitations, myCircles] })
  if (!data || data.invitations.length === 0) return null
  return (
    <section className="place" aria-labelledby="invited-h">
      <h2 id="invited-h">
        <Trans>You are invited</Trans>
      </h2>
      <ProblemLine cause={take.error} />
      <ul className="rows">
        {data.invitations.map(({ id, circle, by }) => (
          <li key={id}>
            <div>
              <bdi className="what">{circle}</bdi>
              {by && (
                <p className="hint">
                  <Trans>
                    by <bdi>{by}</bdi>
                  </Trans>
                </p>
              )}
            </div>
            <Button small onPress={() => take.mutate({ params: { invitation: id } })}>
              <Trans>Join</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
