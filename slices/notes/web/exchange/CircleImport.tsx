/** For the page of a circle. */
import { ImportPart } from './ImportPart.tsx'

export function Part({ id }: { id: string }) {
  return <ImportPart kind="circle" id={id} />
}
