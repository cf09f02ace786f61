/** A new note: what it is called, and what it begins from. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listNotes, makeNote } from '../../api/keeping.ts'
import { listNoteTemplates } from '../../api/templates.ts'
import type { Here } from './NotesHere.tsx'

export function NewNote({ here, onClose }: { here: Here; onClose: () => void }) {
  const { t } = useLingui()
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState('')
  const { data } = useRead(listNoteTemplates)
  const make = useCall(makeNote, { touches: [listNotes] })
  const templates = data?.templates ?? []
  const template = templates.find((one) => one.template === from)?.template ?? null
  return (
    <Sheet
      title={t`New note`}
      act={t`Make it`}
      busy={make.isPending}
      problem={make.error}
      onClose={onClose}
      onAct={() =>
        make.mutate(
          { body: { holder: here, title, template } },
          { onSuccess: ({ note }) => location.assign(`/notes/${note}`) },
        )
      }
    >
      <Field label={t`What it is called`} value={title} onChange={setTitle} autoFocus isRequired />
      <Select
        label={t`Begin from`}
        value={from}
        onChange={setFrom}
        choices={[
          { value: '', label: t`An empty page` },
          ...templates.map(({ template: value, title: label, circle }) => ({
            value,
            label: circle ? `${label} (${circle})` : label,
          })),
        ]}
      />
    </Sheet>
  )
}
