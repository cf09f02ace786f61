/** How many belong to a circle. */
import { Plural } from '@lingui/react/macro'

export function Count({ members }: { members: number }) {
  return <Plural value={members} one="# member" other="# members" />
}
