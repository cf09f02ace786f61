/** Making a secret address, which is shown once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { listCircles } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listFeeds, makeFeed } from '../api.ts'
import { Address } from './Address.tsx'
import { Select } from '#web/kit/Select.tsx'

export function MakeFeed() {
  const { t } = useLingui()
  const circles = useRead(listCircles)
  const [circle, setCircle] = useState('')
  const make = useCall(makeFeed, { touches: [listFeeds] })
  const mine = circles.data?.circles.filter((one) => one.mine) ?? []
  const chosen = mine.find(({ id }) => id === circle)?.id ?? null
  return (
    <div className="stack">
      <Select
        label={t`Of what?`}
        value={circle}
        onChange={setCircle}
        choices={[
          { value: '', label: t`All that is mine` },
          ...mine.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="acts">
        <Button look="act" onPress={() => make.mutate({ body: { circle: chosen } })}>
          <Trans>Make an address</Trans>
        </Button>
      </div>
      <ProblemLine cause={make.error} />
      {make.data && (
        <output className="stack lit">
          <p>
            <Trans>Copy it now; it is shown this once.</Trans>
          </p>
          <Address label={t`Calendar (iCalendar)`} value={make.data.calendar} />
          <Address label={t`Feed (Atom)`} value={make.data.atom} />
          <Address label={t`Threads (Atom)`} value={make.data.threads} />
        </output>
      )}
    </div>
  )
}
