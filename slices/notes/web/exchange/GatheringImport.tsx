/** For the page of a gathering. */
import { ImportPart } from './ImportPart.tsx'

export function Part({ id }: { id: string }) {
  return <ImportPart kind="gathering" id={id} />
}
