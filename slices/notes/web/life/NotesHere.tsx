/** The notes of a circle or a gathering: opened, made, found again when they were put away. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { changeNote, listNotes, openNoteOf } from '../../api/keeping.ts'
import { GatheringOf } from '../../api/shapes.ts'
import { NewNote } from './NewNote.tsx'
import styles from './life.module.css'

export type Listed = Output<typeof listNotes>['notes'][number]
export type Here = { kind: 'circle' | 'gathering'; id: string }

function Line({ note, keep }: { note: Listed; keep: boolean }) {
  const back = useCall(changeNote, { touches: [listNotes] })
  const rested = note.restedAt !== null
  return (
    <li>
      <a href={`/notes/${note.id}`}>
        <bdi>{note.title}</bdi>
      </a>
      <span className="hint">
        {note.main && <Trans>The note of this gathering</Trans>}{' '}
        {note.template && <Trans>Template</Trans>}{' '}
        {note.approved ? <Trans>Approved</Trans> : note.locked && <Trans>Locked</Trans>}
      </span>
      {rested && keep && (
        <Button
          small
          onPress={() => back.mutate({ params: { note: note.id }, body: { rested: false } })}
        >
          <Trans>Bring back</Trans>
        </Button>
      )}
      <ProblemLine cause={back.error} />
    </li>
  )
}

/** Opens the main note of a gathering, which is made at the first opening. */
function OpenMain({ id }: { id: string }) {
  const params = GatheringOf.safeParse({ gathering: id })
  const open = useCall(openNoteOf, { touches: [listNotes] })
  if (!params.success) return null
  return (
    <>
      <Button
        onPress={() =>
          open.mutate(
            { params: params.data },
            { onSuccess: ({ note }) => location.assign(`/notes/${note}`) },
          )
        }
      >
        <Trans>Open the note of this gathering</Trans>
      </Button>
      <ProblemLine cause={open.error} />
    </>
  )
}

export function NotesHere({ here }: { here: Here }) {
  const { t } = useLingui()
  const title = useId()
  const [making, setMaking] = useState(false)
  const [all, setAll] = useState(false)
  const { data } = useRead(listNotes, { query: here })
  if (!data) return null
  const standing = data.notes
    .filter(({ restedAt }) => restedAt === null)
    .toSorted((a, b) => Number(b.main) - Number(a.main))
  const rested = data.notes.filter(({ restedAt }) => restedAt !== null)
  const opens = here.kind === 'gathering' && !data.notes.some(({ main }) => main)
  if (data.notes.length === 0 && !data.may.make) return null
  return (
    <section className="place" aria-labelledby={title}>
      <h2 id={title}>
        <Trans>Notes</Trans>
      </h2>
      {data.notes.length === 0 && (
        <Empty>
          <Trans>No notes yet. What is written here stays, and comes back.</Trans>
        </Empty>
      )}
      <ul className={styles['list']}>
        {[...standing, ...(all ? rested : [])].map((note) => (
          <Line key={note.id} note={note} keep={data.may.keep} />
        ))}
      </ul>
      <div className={styles['acts']}>
        {opens && data.may.make && <OpenMain id={here.id} />}
        {data.may.make && (
          <Button onPress={() => setMaking(true)}>
            <Trans>New note</Trans>
          </Button>
        )}
        {rested.length > 0 && (
          <Button look="quiet" aria-pressed={all} onPress={() => setAll(!all)}>
            {t`Put away: ${rested.length}`}
          </Button>
        )}
      </div>
      {making && <NewNote here={here} onClose={() => setMaking(false)} />}
    </section>
  )
}
