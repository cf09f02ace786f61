/** Ending the gathering for everyone. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from '#web/kit/Sheet.tsx'
import { endTheGathering } from '../api.ts'
import { useFloats } from './Floats.tsx'
import { useActs } from './useRoom.ts'

export function EndSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  async function end() {
    if (await act(endTheGathering)) close()
  }
  return (
    <Sheet
      title={t`End the gathering for everyone?`}
      act={t`End it`}
      onAct={() => void end()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <p>
        <Trans>
          The floor is freed, open polls are closed, and the minutes are made at once. This can’t be
          undone.
        </Trans>
      </p>
    </Sheet>
  )
}
