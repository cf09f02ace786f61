/** Bringing a note in, on the page of a circle or a gathering, for those who write there. */
import { Trans } from '@lingui/react/macro'
import { useId } from 'react'
import { useRead } from '#web/kit/useCall.ts'
import { listNotes } from '../../api/keeping.ts'
import styles from '../life/life.module.css'
import { Import } from './Import.tsx'

type Props = { kind: 'circle' | 'gathering'; id: string }

export function ImportPart({ kind, id }: Props) {
  const title = useId()
  const { data } = useRead(listNotes, { query: { kind, id } })
  if (!data?.may.make) return null
  return (
    <section className="place" aria-labelledby={title}>
      <h2 id={title}>
        <Trans>Bring a note in</Trans>
      </h2>
      <p className="hint">
        <Trans>
          A pad, a document or a page becomes a note here; its authors stay its authors.
        </Trans>
      </p>
      <div className={styles['acts']}>
        <Import kind={kind} id={id} />
      </div>
    </section>
  )
}
