/** For whoever may invite: a link into a class; for stewards: members in and out as a table. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listJoinLinks, makeJoinLink, readMembrane } from '../api.ts'
import { JoinLinks } from './JoinLinks.tsx'
import styles from './membrane.module.css'
import { TableIn } from './TableIn.tsx'

export type Membrane = Output<typeof readMembrane>

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
      {steward && data.classes.length > 0 && <JoinLinks membrane={data} />}
      {steward && <TableIn circle={circle} />}
    </section>
  )
}

function LinkForm({ membrane }: { membrane: Membrane }) {
  const { t, i18n } = useLingui()
  const [key, setKey] = useState(membrane.classes[0]?.key ?? '')
  const [uses, setUses] = useState('1')
  const make = useCall(makeJoinLink, { touches: [listJoinLinks] })
  const count = Number(uses)
  const valid = Number.isInteger(count) && count > 0 && count <= 1000
  function send(event: FormEvent) {
    event.preventDefault()
    make.mutate({ params: { circle: membrane.id }, body: { class: key, uses: count } })
  }
  return (
    <form className="stack" onSubmit={send}>
      <Select
        label={t`Among the`}
        value={key}
        onChange={setKey}
        choices={membrane.classes.map((one) => ({ value: one.key, label: one.name }))}
      />
      <Field
        label={t`For how many`}
        type="number"
        inputMode="numeric"
        value={uses}
        onChange={setUses}
        mistake={valid ? undefined : t`Write a whole number from 1 to 1000.`}
      />
      <ProblemLine cause={make.error} />
      <div className="acts">
        <Button small type="submit" isDisabled={make.isPending || !valid}>
          <Trans>Make a link</Trans>
        </Button>
      </div>
      {make.data && (
        <output>
          <code className={styles['link']}>{make.data.link}</code>
          <p className="hint">
            <Trans>
              It works until {dayIn(make.data.ends, undefined, i18n.locale)}, for as many as you
              said. It is shown only now.
            </Trans>
          </p>
        </output>
      )}
    </form>
  )
}
