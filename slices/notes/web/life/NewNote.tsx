/** A new note: what it is called, and what it begins from. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listNotes, makeNote } from '../../api/keeping.ts'
import type { HolderKind } from '../../rules/rights.ts'
import { useTemplates } from '../useTemplates.ts'

type Props = {
  here: { kind: HolderKind; id: string }
  /** What it may be called. */
  called?: string
  onClose: () => void
  /** Without it one goes to the new note. */
  onMade?: () => void
}

export function NewNote({ here, called = '', onClose, onMade }: Props) {
  const { t } = useLingui()
  const [title, setTitle] = useState(called)
  const [from, setFrom] = useState('')
  const { choices, of } = useTemplates()
  const make = useCall(makeNote, { touches: [listNotes] })
  return (
    <Sheet
      title={t`New note`}
      act={t`Make it`}
      busy={make.isPending}
      problem={make.error}
      onClose={onClose}
      onAct={() =>
        make.mutate(
          { body: { holder: here, title, template: of(from) } },
          { onSuccess: ({ note }) => (onMade ? onMade() : location.assign(`/notes/${note}`)) },
        )
      }
    >
      <Field label={t`What it is called`} value={title} onChange={setTitle} autoFocus isRequired />
      <Select
        label={t`Begin from`}
        value={from}
        onChange={setFrom}
        choices={[{ value: '', label: t`An empty page` }, ...choices]}
      />
    </Sheet>
  )
}
