/** Leaving: at once or with the notice of the rules; until the day it can be taken back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { myCircles, readCircle } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMembrane } from '../api.ts'
import { stayAfterAll, takeNotice } from '../api/leaving.ts'
import type { Membrane, Mine } from './WaysOutPage.tsx'

type Props = { circle: Membrane['id']; mine: Mine }

export function LeaveForm({ circle, mine }: Props) {
  const { i18n } = useLingui()
  const [sure, setSure] = useState(false)
  const touches = [readMembrane, readCircle, myCircles]
  const go = useCall(takeNotice, { touches })
  const stay = useCall(stayAfterAll, { touches })
  const params = { circle }
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  return (
    <section className="place stack" aria-labelledby="leave-h">
      <h2 id="leave-h">
        <Trans>Leave</Trans>
      </h2>
      {mine.leaves ? (
        <>
          <p className="well" role="status">
            <Trans>You leave on {day(mine.leaves)}. Until then you are inside as before.</Trans>
          </p>
          <div className="acts">
            <Button onPress={() => stay.mutate({ params }, { onSuccess: () => setSure(false) })}>
              <Trans>Stay after all</Trans>
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>
            {mine.noticeDays === 0 ? (
              <Trans>
                It holds at once. Your roles here end; what you gave stays acknowledged.
              </Trans>
            ) : (
              <Trans>
                If you say so today, you leave on {day(mine.wouldLeave)}. Your roles here end then;
                what you gave stays acknowledged.
              </Trans>
            )}
          </p>
          <div className="acts">
            {sure ? (
              <>
                <Button
                  look="leave"
                  isDisabled={go.isPending}
                  onPress={() => go.mutate({ params })}
                >
                  {mine.noticeDays === 0 ? <Trans>Leave now</Trans> : <Trans>Give notice</Trans>}
                </Button>
                <Button look="quiet" onPress={() => setSure(false)}>
                  <Trans>Stay</Trans>
                </Button>
              </>
            ) : (
              <Button onPress={() => setSure(true)}>
                <Trans>I want to leave…</Trans>
              </Button>
            )}
          </div>
        </>
      )}
      <ProblemLine cause={go.error ?? stay.error} />
    </section>
  )
}
