/** Keeping what stands, or an older version, by a name. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { keepVersion, listVersions, nameVersion } from '../../api/history.ts'
import type { NoteId } from '../../api/shapes.ts'
import styles from './history.module.css'

export function Keeping({
  note,
  version,
}: {
  note: z.infer<typeof NoteId>
  version: number | 'now'
}) {
  const { t } = useLingui()
  const [label, setLabel] = useState('')
  const keep = useCall(keepVersion, { touches: [listVersions] })
  const name = useCall(nameVersion, { touches: [listVersions] })
  const done = { onSuccess: () => setLabel('') }
  const save = () =>
    version === 'now'
      ? keep.mutate({ params: { note }, body: { label } }, done)
      : name.mutate({ params: { note, version }, body: { label } }, done)
  return (
    <form
      className={styles['keeping']}
      onSubmit={(event) => {
        event.preventDefault()
        if (label.trim()) save()
      }}
    >
      <Field
        label={version === 'now' ? t`Keep this version as` : t`Name this version`}
        value={label}
        onChange={setLabel}
        maxLength={120}
      />
      <Button type="submit" isDisabled={!label.trim()} isPending={keep.isPending || name.isPending}>
        <Trans>Keep</Trans>
      </Button>
      <ProblemLine cause={keep.error ?? name.error} />
    </form>
  )
}
