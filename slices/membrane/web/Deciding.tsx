/** Whoever decides: accept, or refuse with a reason. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { decideApplication, listApplications, readApplication } from '../api/door.ts'
import type { Application } from './ApplicationPage.tsx'

export function Deciding({ one }: { one: Application }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const touches = [readApplication, listApplications]
  const decide = useCall(decideApplication, { touches })
  const params = { application: one.id }
  return (
    <section className="place stack" aria-labelledby="decide-h">
      <h2 id="decide-h">
        <Trans>Decide</Trans>
      </h2>
      <Field
        label={t`The reason`}
        hint={t`Needed to refuse; the applicant reads it.`}
        lines={3}
        value={reason}
        onChange={setReason}
      />
      <ProblemLine cause={decide.error} />
      <div className="acts">
        <Button
          look="act"
          isDisabled={decide.isPending}
          onPress={() => decide.mutate({ params, body: { accept: true, reason } })}
        >
          <Trans>Accept</Trans>
        </Button>
        <Button
          look="leave"
          isDisabled={decide.isPending}
          onPress={() => decide.mutate({ params, body: { accept: false, reason } })}
        >
          <Trans>Refuse</Trans>
        </Button>
      </div>
    </section>
  )
}
