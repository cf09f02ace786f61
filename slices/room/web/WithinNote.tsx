/** The note of the group in whose room one is. */
import { useLingui } from '@lingui/react/macro'
import { NoteView } from '#slices/notes/web/NoteView.tsx'
import { usePeopleAtHand } from './useGatheringNote.ts'
import { useWithin } from './within.tsx'

export function WithinNote() {
  const { t } = useLingui()
  const people = usePeopleAtHand()
  const note = useWithin()?.note
  if (!note) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article className="pad noted" tabIndex={0} aria-label={t`Note of the group`} id="pad">
      <NoteView key={note} note={note} narrow people={people} />
    </article>
  )
}
