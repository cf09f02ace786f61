/** The notes of a gathering, on its page. */
import { NotesHere } from './NotesHere.tsx'

export function Part({ id }: { id: string }) {
  return <NotesHere here={{ kind: 'gathering', id }} />
}
