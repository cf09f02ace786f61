/** The page of one note: where it belongs, its title, its text. */
import { Trans } from '@lingui/react/macro'
import { Navigate, useParams } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readNote } from '../api/keeping.ts'
import { NoteId } from '../api/shapes.ts'
import { NoteBar } from './life/NoteBar.tsx'
import { NoteView } from './NoteView.tsx'
import styles from './note.module.css'

export type Heading = Output<typeof readNote>

export function NotePage() {
  const { note } = useParams({ strict: false })
  const id = NoteId.safeParse(note)
  return id.success ? <OneNote note={id.data} /> : <Navigate to="/" />
}

function OneNote({ note }: { note: z.infer<typeof NoteId> }) {
  const { data, error } = useRead(readNote, { params: { note } })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/notes/${note}` }} />
  return (
    <main id="main" className="page">
      {!data && <ProblemLine cause={error} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Title heading={data} />
          <NoteBar heading={data} />
          <div className="lit">
            <NoteView note={note} headed />
          </div>
          <Parts of="note" id={note} />
        </>
      )}
    </main>
  )
}

function Title({ heading: { title, place, restedAt } }: { heading: Heading }) {
  return (
    <header className={styles['title']}>
      <title>{title}</title>
      {place && (
        <p>
          <a href={place.href}>
            <bdi>{place.title}</bdi>
          </a>
        </p>
      )}
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {restedAt && (
        <p className="hint">
          <Trans>This note is put away.</Trans>
        </p>
      )}
    </header>
  )
}
