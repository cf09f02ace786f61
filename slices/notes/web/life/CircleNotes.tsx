/** The notes of a circle, on its page. */
import { NotesHere } from './NotesHere.tsx'

export function Part({ id }: { id: string }) {
  return <NotesHere here={{ kind: 'circle', id }} />
}
