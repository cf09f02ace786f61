/** For stewards: who asks for a pause. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { listMembers } from '#slices/circles/api/members.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { declinePause, grantPause, listPauseWishes } from '../api/leaving.ts'
import type { Membrane } from './WaysOutPage.tsx'

type Wish = Output<typeof listPauseWishes>['wishes'][number]

export function PauseWishes({ circle }: { circle: Membrane['id'] }) {
  const { data } = useRead(listPauseWishes, { params: { circle } })
  if (!data || data.wishes.length === 0) return null
  return (
    <section className="place" aria-labelledby="wishes-h">
      <h2 id="wishes-h">
        <Trans>Who asks for a pause</Trans>
      </h2>
      <ul className="rows">
        {data.wishes.map((one) => (
          <Row key={one.person} circle={circle} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Row({ circle, one }: { circle: Membrane['id']; one: Wish }) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const touches = [listPauseWishes, listMembers]
  const grant = useCall(grantPause, { touches })
  const decline = useCall(declinePause, { touches })
  const { person, name, days, why } = one
  return (
    <li>
      <div className="stack">
        <p>
          <bdi className="what">{name}</bdi>{' '}
          <Plural value={days} one="asks for a day" other="asks for # days" />
        </p>
        {why && <p>{why}</p>}
        <Field
          label={t`Why not`}
          hint={t`Needed to decline; they read it.`}
          lines={2}
          value={reason}
          onChange={setReason}
        />
        <ProblemLine cause={grant.error ?? decline.error} />
        <div className="acts">
          <Button
            onPress={() => grant.mutate({ params: { circle, member: person }, body: { days } })}
          >
            <Trans>Grant it</Trans>
          </Button>
          <Button
            look="quiet"
            isDisabled={reason.trim() === ''}
            onPress={() => decline.mutate({ params: { circle, person }, body: { reason } })}
          >
            <Trans>Decline</Trans>
          </Button>
        </div>
      </div>
    </li>
  )
}
