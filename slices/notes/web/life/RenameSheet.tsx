/** Naming a note anew. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { changeNote, readNote } from '../../api/keeping.ts'
import type { NoteHeading } from './NoteBar.tsx'

export function RenameSheet({ note, onClose }: { note: NoteHeading; onClose: () => void }) {
  const { t } = useLingui()
  const [title, setTitle] = useState(note.title)
  const change = useCall(changeNote, { touches: [readNote] })
  return (
    <Sheet
      title={t`Name this note anew`}
      act={t`Name it so`}
      busy={change.isPending}
      problem={change.error}
      onClose={onClose}
      onAct={() =>
        change.mutate({ params: { note: note.id }, body: { title } }, { onSuccess: onClose })
      }
    >
      <Field label={t`What it is called`} value={title} onChange={setTitle} autoFocus isRequired />
    </Sheet>
  )
}
