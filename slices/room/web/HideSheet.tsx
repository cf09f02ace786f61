/** Hiding a line of the chat, with a reason that all see. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { hideALine } from '../api.ts'
import { useFloats } from './Floats.tsx'
import { useActs } from './useRoom.ts'

export function HideSheet({ line }: { line: number }) {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const [reason, setReason] = useState('')
  async function hide() {
    if (await act(hideALine, { params: { line }, body: { reason } })) close()
  }
  return (
    <Sheet
      title={t`Hide this line`}
      act={t`Hide it`}
      onAct={() => void hide()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <p>
        <Trans>
          Its words leave the chat and the minutes; facilitators can show it again. Everybody reads
          the reason.
        </Trans>
      </p>
      <Field label={t`Reason`} value={reason} onChange={setReason} autoFocus isRequired />
    </Sheet>
  )
}
