/** The note of the gathering, in the middle or beside the chat. */
import { Trans } from '@lingui/react/macro'
import { Locate } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { NoteView } from '#slices/notes/web/NoteView.tsx'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { hasRole, itemNow } from '../rules/glance.ts'
import { useGatheringNote, usePeopleAtHand, useTakesNotes } from './useGatheringNote.ts'
import { useInRoom, useRoom } from './useRoom.ts'

export function RoomNote({ acts }: { acts?: ReactNode }) {
  const { note, cause } = useGatheringNote()
  const { me } = useInRoom()
  const people = usePeopleAtHand()
  const mayFollow = useTakesNotes()
  const takesNotes = useRoom((room) => hasRole(room, me.who, 'note-taker'))
  const item = useRoom((room) => itemNow(room)?.id ?? null)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const follows = mayFollow && (chosen ?? takesNotes)
  if (refusalName(cause) === 'not-found')
    return (
      <Empty>
        <Trans>This gathering has no note yet. Whoever may write begins one by coming here.</Trans>
      </Empty>
    )
  if (!note) return cause ? <ProblemLine cause={cause} /> : <Waiting />
  return (
    <NoteView
      note={note}
      narrow
      people={people}
      followed={follows ? item : null}
      acts={
        <>
          {mayFollow && (
            <Button small look="quiet" aria-pressed={follows} onPress={() => setChosen(!follows)}>
              <Locate size={16} aria-hidden="true" />
              <Trans>Follow the item</Trans>
            </Button>
          )}
          {acts}
        </>
      }
    />
  )
}
