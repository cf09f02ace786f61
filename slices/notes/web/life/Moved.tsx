/** Where a note was just moved to, and the way back. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { moveNote, placesForNote, readNote } from '../../api/keeping.ts'
import type { From } from './MoveSheet.tsx'
import type { NoteHeading } from './NoteBar.tsx'
import styles from './life.module.css'

export function Moved({ note, from, done }: { note: NoteHeading; from: From; done: () => void }) {
  const back = useCall(moveNote, { touches: [readNote, placesForNote] })
  const place = note.place?.title ?? ''
  return (
    <div role="status" className={styles['acts']}>
      <p className="hint">
        <Trans>
          It belongs to <bdi>{place}</bdi> now.
        </Trans>
      </p>
      <Button
        small
        look="quiet"
        onPress={() =>
          back.mutate({ params: { note: note.id }, body: { holder: from } }, { onSuccess: done })
        }
      >
        <Trans>Put it back</Trans>
      </Button>
      <ProblemLine cause={back.error} />
    </div>
  )
}
