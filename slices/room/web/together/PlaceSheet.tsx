/** Making one's device the microphone of a place where people sit together. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { openAMicrophone } from '../../api.ts'
import { PLACE_LONGEST } from '../../rules/seats.ts'
import { useFloats } from '../Floats.tsx'
import { useActs } from '../useRoom.ts'
import { useTogether } from './mode.tsx'

export function PlaceSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const { show } = useTogether()
  const { act, problem, busy } = useActs()
  const [place, setPlace] = useState('')
  async function open() {
    if (!(await act(openAMicrophone, { body: { place } }))) return
    show('list')
    close()
  }
  return (
    <Sheet
      title={t`We sit here together`}
      act={t`Begin the list`}
      onAct={() => void open()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <p>
        <Trans>
          This device becomes the microphone of a place. You say who sits there; each of them asks
          for the floor by name, and has it as everybody else. Votes are cast on a device of one’s
          own.
        </Trans>
      </p>
      <Field
        label={t`Name of the place`}
        placeholder={t`Village hall`}
        value={place}
        onChange={setPlace}
        maxLength={PLACE_LONGEST}
        autoFocus
        isRequired
      />
    </Sheet>
  )
}
