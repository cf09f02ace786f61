/** The notes of one item of a running order: opened from there, and a new one begun. */
import { Trans, useLingui } from '@lingui/react/macro'
import { NotebookPen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listNotes } from '../../api/keeping.ts'
import { NewNote } from './NewNote.tsx'
import styles from './life.module.css'

type Props = {
  gathering: string
  item: { id: string; title: string }
  /** A new one may be begun here, if one may at all. */
  begins: boolean
  /** Where one stays, as in a room: notes open beside it. */
  stays?: boolean
}

/** When a hall of hundreds comes into a room, it does not ask for the notes of items all at once. */
const CALM_MS = { least: 1500, spread: 6000 }

function useCalm(isWanted: boolean): boolean {
  const [isCalm, setCalm] = useState(!isWanted)
  useEffect(() => {
    if (isCalm) return
    const timer = setTimeout(() => setCalm(true), CALM_MS.least + Math.random() * CALM_MS.spread)
    return () => clearTimeout(timer)
  }, [isCalm])
  return isCalm
}

export function ItemNotes({ gathering, item, begins, stays = false }: Props) {
  const { t } = useLingui()
  const [making, setMaking] = useState(false)
  const id = `${gathering}.${item.id}`
  const isCalm = useCalm(stays)
  const { data } = useRead(listNotes, { query: { kind: 'gathering', id: gathering } }, isCalm)
  const notes = (data?.notes ?? []).filter(
    ({ holder, restedAt }) => holder.id === id && restedAt === null,
  )
  const mayBegin = begins && data?.may.make === true
  if (notes.length === 0 && !mayBegin) return null
  const { title } = item
  return (
    <div className={styles['item']}>
      {notes.length > 0 && (
        <ul aria-label={t`Notes of ${title}`}>
          {notes.map((note) => (
            <li key={note.id}>
              <a href={`/notes/${note.id}`} {...(stays ? { target: '_blank' } : {})}>
                <NotebookPen size={16} aria-hidden="true" />
                <bdi>{note.title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayBegin && (
        <Button
          small
          look="quiet"
          aria-label={t`Begin a note for ${title}`}
          onPress={() => setMaking(true)}
        >
          <NotebookPen size={16} aria-hidden="true" />
          <Trans>Note</Trans>
        </Button>
      )}
      {making && (
        <NewNote
          here={{ kind: 'item', id }}
          called={title}
          onClose={() => setMaking(false)}
          {...(stays ? { onMade: () => setMaking(false) } : {})}
        />
      )}
    </div>
  )
}
