/** From a note to its files and to its history. */
import { Trans } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { readNote } from '../../api/keeping.ts'
import { Download } from './Download.tsx'
import styles from './ways.module.css'

export function NoteWays({ note: { id, me } }: { note: Output<typeof readNote> }) {
  return (
    <nav className={styles['ways']}>
      <Download note={id} />
      {me.who !== null && (
        <a href={`/notes/${id}/history`}>
          <Trans>History</Trans>
        </a>
      )}
    </nav>
  )
}
