/** Sharing a note: links for people without an account, and everybody. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox } from 'react-aria-components'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { readNote } from '../../api/keeping.ts'
import { listLinks, publishNote } from '../../api/sharing.ts'
import { LinkLines } from './LinkLines.tsx'
import { NewLink } from './NewLink.tsx'
import type { NoteHeading } from './NoteBar.tsx'
import styles from './life.module.css'

export function ShareSheet({ note, onClose }: { note: NoteHeading; onClose: () => void }) {
  const { t } = useLingui()
  const params = { note: note.id }
  const { data, error } = useRead(listLinks, { params })
  const publish = useCall(publishNote, { touches: [readNote] })
  const place = note.place?.title ?? ''
  return (
    <Sheet title={t`Share this note`} onClose={onClose} problem={error ?? publish.error}>
      <p className="hint">
        <Trans>
          Whoever belongs to <bdi>{place}</bdi> has it already. A link lets in others, without an
          account, to this note only.
        </Trans>
      </p>
      <NewLink note={note.id} />
      {data && <LinkLines note={note.id} {...data} />}
      <Checkbox
        className={styles['check'] ?? ''}
        isSelected={note.publicAt !== null}
        onChange={(open) => publish.mutate({ params, body: { public: open } })}
      >
        <span aria-hidden="true">{note.publicAt ? '☑' : '☐'}</span>
        <Trans>Everybody can read it at its public address</Trans>
      </Checkbox>
      {note.publicAt && (
        <p>
          <a href={`/n/${note.id}`}>{`${location.origin}/n/${note.id}`}</a>
        </p>
      )}
      <ProblemLine cause={publish.error} />
    </Sheet>
  )
}
