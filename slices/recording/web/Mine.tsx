/** Taking one's own voice out, while that may be. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Id } from '#kernel/ids.ts'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { type RecordingShown, readTheRecording, takeMyVoiceOut } from '../api.ts'

export function Mine({ id, shown }: { id: Id<'gth'>; shown: RecordingShown }) {
  const { t } = useLingui()
  const [asks, setAsks] = useState(false)
  const out = useCall(takeMyVoiceOut, { touches: [readTheRecording] })
  if (!shown.mine) return null
  if (shown.settled)
    return (
      <p className="hint">
        <Trans>The minutes are approved, and the recording with them.</Trans>
      </p>
    )
  return (
    <p>
      <Button look="leave" onPress={() => setAsks(true)}>
        <Trans>Take my voice out</Trans>
      </Button>
      {asks && (
        <Sheet
          title={t`Take your voice out?`}
          act={t`Take it out for good`}
          busy={out.isPending}
          problem={out.error}
          onClose={() => setAsks(false)}
          onAct={() =>
            out.mutate({ params: { gathering: id } }, { onSuccess: () => setAsks(false) })
          }
        >
          <Trans>All that you said is deleted from the recording, and can’t be brought back.</Trans>
        </Sheet>
      )}
    </p>
  )
}
