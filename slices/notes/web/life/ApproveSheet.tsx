/** Approving a note: asked once more, because it can't be undone. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { readNote } from '../../api/keeping.ts'
import { approveNote } from '../../api/sharing.ts'

export function ApproveSheet({ note, onClose }: { note: `not_${string}`; onClose: () => void }) {
  const { t } = useLingui()
  const approve = useCall(approveNote, { touches: [readNote] })
  return (
    <Sheet
      title={t`Approve this note?`}
      act={t`Approve it`}
      busy={approve.isPending}
      problem={approve.error}
      onClose={onClose}
      onAct={() => approve.mutate({ params: { note } }, { onSuccess: onClose })}
    >
      <p>
        <Trans>
          From then on nobody can write in it, and it can’t be opened again. Its text is kept with a
          hash, so that everybody can check that it is the one that was approved.
        </Trans>
      </p>
    </Sheet>
  )
}
