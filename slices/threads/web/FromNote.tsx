/** On the page of a note: where the conversation about it goes on. */
import { useMe } from '#slices/people/web/useMe.ts'
import { ThreadsFrom } from './ThreadsFrom.tsx'

export function Part({ id }: { id: string }) {
  return useMe() ? <ThreadsFrom kind="note" id={id} /> : null
}
