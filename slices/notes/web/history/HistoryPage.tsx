/** The history of a note: through its versions with who and when, two compared, one brought back. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { useRead } from '#web/kit/useCall.ts'
import { listVersions } from '../../api/history.ts'
import { readNote } from '../../api/keeping.ts'
import { NoteId } from '../../api/shapes.ts'
import { Download } from '../exchange/Download.tsx'
import { ChangesShown } from './ChangesShown.tsx'
import { Bringing } from './Bringing.tsx'
import { Keeping } from './Keeping.tsx'
import { VersionSlider } from './VersionSlider.tsx'
import { stepsOf } from './steps.ts'
import styles from './history.module.css'

type Id = z.infer<typeof NoteId>

export function HistoryPage() {
  const { note } = useParams({ strict: false })
  const id = NoteId.safeParse(note)
  return id.success ? <OneHistory note={id.data} /> : <Navigate to="/" />
}

function OneHistory({ note }: { note: Id }) {
  const { t } = useLingui()
  const heading = useRead(readNote, { params: { note } })
  const history = useRead(listVersions, { params: { note } })
  const cause = heading.error ?? history.error
  if (refusalName(cause) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/notes/${note}/history` }} />
  const title = heading.data?.title ?? ''
  return (
    <main id="main" className="page">
      <title>{t`History of ${title}`}</title>
      <p>
        <a href={`/notes/${note}`}>
          <bdi>{title}</bdi>
        </a>
      </p>
      <h1 className="doc">
        <Trans>History</Trans>
      </h1>
      <ProblemLine cause={cause} />
      {!history.data && !cause && <Waiting />}
      {history.data && <Versions note={note} history={history.data} />}
    </main>
  )
}

type History = NonNullable<ReturnType<typeof useRead<typeof listVersions>>['data']>

function Versions({ note, history }: { note: Id; history: History }) {
  const steps = stepsOf(history)
  const [chosen, choose] = useState<number | 'now' | null>(null)
  const [since, setSince] = useState<number | null>(null)
  const at = steps.find(({ version }) => version === chosen) ?? steps.at(-1)
  if (!at)
    return (
      <Empty>
        <Trans>
          Nothing is written here yet. Versions come by themselves, every ten minutes of writing.
        </Trans>
      </Empty>
    )
  return (
    <div className={styles['history']}>
      <VersionSlider
        steps={steps}
        at={at}
        since={since}
        authors={history.authors}
        choose={(version) => {
          choose(version)
          setSince(null)
        }}
        compareWith={setSince}
      />
      <div className={styles['acts']}>
        {history.may.restore && (
          <Bringing note={note} version={at.version} done={() => choose(null)} />
        )}
        <Download note={note} {...(at.version === 'now' ? {} : { version: at.version })} />
        {history.may.keep && <Keeping note={note} version={at.version} />}
      </div>
      <ChangesShown note={note} version={at.version} since={since} />
    </div>
  )
}
