/** What it is called, and what it is for. */
import { useLingui } from '@lingui/react/macro'
import { Field } from '#web/kit/Field.tsx'
import type { Draft } from './draft.ts'

type Props = { draft: Draft; onChange: (draft: Draft) => void }

export function WhatFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  return (
    <div className="stack">
      <Field
        label={t`Title`}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        isRequired
        maxLength={200}
      />
      <Field
        label={t`What is it for?`}
        hint={t`Two or three sentences, so that people know why to come.`}
        lines={3}
        value={draft.purpose}
        onChange={(purpose) => onChange({ ...draft, purpose })}
        maxLength={4000}
      />
    </div>
  )
}
