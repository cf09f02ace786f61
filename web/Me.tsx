/** Who is signed in: said by the slice that knows people. */
import { MeInHeader } from '#slices/people/web/MeInHeader.tsx'

export function Me() {
  return <MeInHeader />
}
