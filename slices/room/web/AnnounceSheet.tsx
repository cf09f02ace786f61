/** Announcing something to all. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { announceToAll } from '../api.ts'
import { useFloats } from './Floats.tsx'
import { useActs } from './useRoom.ts'

export function AnnounceSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const [text, setText] = useState('')
  async function announce() {
    if (await act(announceToAll, { body: { text } })) close()
  }
  return (
    <Sheet
      title={t`Announce to all`}
      act={t`Announce it`}
      onAct={() => void announce()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <p>
        <Trans>
          It stands in everybody’s chat, screen readers say it, and it goes into the minutes.
        </Trans>
      </p>
      <Field
        label={t`Announcement`}
        value={text}
        onChange={setText}
        lines={3}
        autoFocus
        isRequired
      />
    </Sheet>
  )
}
