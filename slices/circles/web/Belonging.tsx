/** Whether I belong here, and how I leave. */
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { leave, listCircles, myCircles, readCircle } from '../api.ts'
import type { CircleShown } from './CirclePage.tsx'

export function Belonging({ circle }: { circle: CircleShown }) {
  const [sure, setSure] = useState(false)
  const go = useCall(leave, { touches: [readCircle, listCircles, myCircles] })
  if (!circle.mine)
    return (
      <p className="hint">
        <Trans>You do not belong to this circle. Its stewards invite.</Trans>
      </p>
    )
  return (
    <div className="stack">
      <p>
        {sure ? (
          <Trans>
            You leave <bdi>{circle.name}</bdi> and the working circles within it. What you did
            stays.
          </Trans>
        ) : (
          <Trans>You belong to this circle.</Trans>
        )}
      </p>
      <ProblemLine cause={go.error} />
      <div className="acts">
        {sure ? (
          <>
            <Button
              small
              look="leave"
              onPress={() => go.mutate({ params: { circle: circle.id } })}
              isDisabled={go.isPending}
            >
              <Trans>Leave it</Trans>
            </Button>
            <Button small look="quiet" onPress={() => setSure(false)}>
              <Trans>Stay</Trans>
            </Button>
          </>
        ) : (
          <Button small onPress={() => setSure(true)}>
            <Trans>Leave this circle…</Trans>
          </Button>
        )}
      </div>
    </div>
  )
}
