/** On the page of a gathering: where its conversation goes on. */
import { useMe } from '#slices/people/web/useMe.ts'
import { ThreadsFrom } from './ThreadsFrom.tsx'

export function Part({ id }: { id: string }) {
  return useMe() ? <ThreadsFrom kind="gathering" id={id} /> : null
}
