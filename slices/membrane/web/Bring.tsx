/** For whoever may invite: a link into a class; for stewards: members in and out as a table. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { makeJoinLink, readMembrane } from '../api.ts'
import { TableIn } from './TableIn.tsx'

type Membrane = Output<typeof readMembrane>

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Bring circle={circle.data} /> : null
}

function Bring({ circle }: { circle: Membrane['id'] }) {
  const { data } = useRead(readMembrane, { params: { circle } })
  const steward = useRead(readCircle, { params: { circle } }).data?.may.steward ?? false
  if (!data?.mine?.invites || (data.classes.length === 0 && !steward)) return null
  return (
    <section className="place stack" aria-labelledby="bring-h">
      <h2 id="bring-h">
        <Trans>Bring people in</Trans>
      </h2>
      {data.classes.length > 0 && <LinkForm membrane={data} />}
      {steward && <TableIn circle={circle} />}
    </section>
  )
}

function LinkForm({ membrane }: { membrane: Membrane }) {
  const { t, i18n } = useLingui()
  const [key, setKey] = useState(membrane.classes[0]?.key ?? '')
  const make = useCall(makeJoinLink)
  function send(event: FormEvent) {
    event.preventDefault()
    make.mutate({ params: { circle: membrane.id }, body: { class: key } })
  }
  return (
    <form className="stack" onSubmit={send}>
      <Select
        label={t`Among the`}
        value={key}
        onChange={setKey}
        choices={membrane.classes.map((one) => ({ value: one.key, label: one.name }))}
      />
      <ProblemLine cause={make.error} />
      <div className="acts">
        <Button small type="submit" isDisabled={make.isPending}>
          <Trans>Make a link for one</Trans>
        </Button>
      </div>
      {make.data && (
        <output>
          <code>{make.data.link}</code>
          <p className="hint">
            <Trans>
              It works once, until {dayIn(make.data.ends, undefined, i18n.locale)}. It is shown only
              now.
            </Trans>
          </p>
        </output>
      )}
    </form>
  )
}
