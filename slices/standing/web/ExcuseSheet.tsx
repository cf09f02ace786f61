/** Asking to be excused for a time, in confidence. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { askExcuse } from '../api.ts'
import { type Circle, type Hardship, TOUCHES } from './useStanding.ts'

type Props = {
  circle: Circle
  /** The member co-op for which somebody asks who speaks for it; null: for oneself. */
  body: Circle | null
  hardship: Hardship
  onClose: () => void
}

export function ExcuseSheet({ circle, body: member, hardship, onClose }: Props) {
  const { t } = useLingui()
  const [duty, setDuty] = useState('')
  const [until, setUntil] = useState('')
  const [said, setSaid] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useCall(askExcuse, { touches: TOUCHES })
  function act() {
    setTried(true)
    if (until === '' || said.trim() === '') return
    const body = { duty: duty === '' ? null : duty, until, said, member }
    ask.mutate({ params: { circle }, body }, { onSuccess: onClose })
  }
  return (
    <Sheet
      title={t`Ask to be excused`}
      act={t`Ask`}
      onAct={act}
      busy={ask.isPending}
      problem={ask.error}
      onClose={onClose}
    >
      {hardship.duties.length > 1 && (
        <Select
          label={t`From which duty`}
          value={duty}
          onChange={setDuty}
          choices={[
            { value: '', label: t`from all that the rules allow` },
            ...hardship.duties.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <Field
        label={t`Until`}
        type="date"
        value={until}
        onChange={setUntil}
        mistake={tried && until === '' ? t`Say until when.` : undefined}
        isRequired
      />
      <Field
        label={t`How it is with you`}
        value={said}
        onChange={setSaid}
        mistake={tried && said.trim() === '' ? t`Say it in a few words.` : undefined}
        isRequired
      />
      <p className="hint">
        <Trans>The treasurer and the stewards read this, nobody else.</Trans>
      </p>
    </Sheet>
  )
}
