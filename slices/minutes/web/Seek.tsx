/** The fields by which one looks: words, kind, circle, days. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { listCircles } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { KINDS, type Sought, useKinds } from './seeking.ts'

type Given = { sought: Sought; seek(change: Partial<Sought>): void }

function Circles({ sought, seek }: Given) {
  const id = useId()
  const circles = useRead(listCircles).data?.circles ?? []
  if (circles.length < 2) return null
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        <Trans>Circle</Trans>
      </label>
      <select
        id={id}
        className="input"
        value={sought.circle}
        onChange={(event) => seek({ circle: event.target.value })}
      >
        <option value="">
          <Trans>All circles</Trans>
        </option>
        {circles.map((circle) => (
          <option key={circle.id} value={circle.id}>
            {circle.name}
          </option>
        ))}
      </select>
    </div>
  )
}

function Kinds({ sought, seek }: Given) {
  const kinds = useKinds()
  return (
    <fieldset className="kinds">
      <legend className="sr">
        <Trans>What to find</Trans>
      </legend>
      {KINDS.map((one) => (
        <Button
          key={one}
          small
          aria-pressed={sought.kind === one}
          onPress={() => seek({ kind: one })}
        >
          {kinds[one]}
        </Button>
      ))}
    </fieldset>
  )
}

export function Seek({ sought, seek }: Given) {
  const { t } = useLingui()
  return (
    <search className="ask">
      <Field
        label={t`Words`}
        hint={t`In titles, items, decisions and the chat; accents don't matter.`}
        value={sought.words}
        onChange={(words) => seek({ words })}
        type="search"
      />
      <details className="fold">
        <summary>
          <Trans>Narrow it down</Trans>
        </summary>
        <div className="two">
          <Circles sought={sought} seek={seek} />
          <Field
            label={t`From`}
            type="date"
            value={sought.from}
            onChange={(from) => seek({ from })}
          />
          <Field
            label={t`Until`}
            type="date"
            value={sought.till}
            onChange={(till) => seek({ till })}
          />
        </div>
      </details>
      <Kinds sought={sought} seek={seek} />
    </search>
  )
}
