/** Removing somebody, with a reason that facilitators see. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { removeSomebody } from '../api.ts'
import type { Who } from '../rules/call.ts'
import { nameIn } from '../rules/glance.ts'
import { useFloats } from './Floats.tsx'
import { useActs, useRoom } from './useRoom.ts'

export function RemoveSheet({ who }: { who: Who }) {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const name = useRoom((room) => nameIn(room, who))
  const [reason, setReason] = useState('')
  async function remove() {
    if (await act(removeSomebody, { params: { who }, body: { reason } })) close()
  }
  return (
    <Sheet
      title={t`Remove ${name}`}
      act={t`Remove`}
      onAct={() => void remove()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <p>
        <Trans>
          <bdi>{name}</bdi> is out at once and stays out of this gathering. From then on newcomers
          without an account wait in the lobby.
        </Trans>
      </p>
      <Field
        label={t`Reason, for the facilitators`}
        value={reason}
        onChange={setReason}
        autoFocus
        isRequired
      />
    </Sheet>
  )
}
