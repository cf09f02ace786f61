/** Approving, and not being named in public. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { approveMinutes, stayUnnamed } from '../api.ts'
import { readMinutes } from '../api.ts'
import type { Given } from './Beside.tsx'

export function Approve({ shown }: Given) {
  const approve = useCall(approveMinutes, { touches: [readMinutes] })
  if (!shown.may.approve) return null
  return (
    <>
      <p className="hint">
        <Trans>Approved minutes are sealed with a hash and change no more.</Trans>
      </p>
      <p>
        <Button
          look="act"
          isDisabled={approve.isPending}
          onPress={() => approve.mutate({ params: { minutes: shown.id } })}
        >
          <Trans>Approve the minutes</Trans>
        </Button>
      </p>
      <ProblemLine cause={approve.error} />
    </>
  )
}

export function Unnamed({ shown }: Given) {
  const unname = useCall(stayUnnamed, { touches: [readMinutes] })
  if (!shown.may.amend) return null
  const { unnamed } = shown
  return (
    <>
      <p className="hint">
        {unnamed ? (
          <Trans>Where everybody can read, you are not named.</Trans>
        ) : (
          <Trans>Should these minutes become public, your name stands in them.</Trans>
        )}
      </p>
      <p>
        <Button
          small
          onPress={() =>
            unname.mutate({ params: { minutes: shown.id }, body: { unnamed: !unnamed } })
          }
        >
          {unnamed ? <Trans>Name me</Trans> : <Trans>Don’t name me in public</Trans>}
        </Button>
      </p>
      <ProblemLine cause={unname.error} />
    </>
  )
}
