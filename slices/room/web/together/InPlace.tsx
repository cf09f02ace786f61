/** Where somebody sits together with others, beside their name; nothing for all others. */
import { Trans } from '@lingui/react/macro'
import type { Who } from '../../rules/call.ts'
import { personOf } from '../../rules/glance.ts'
import { useRoom } from '../useRoom.ts'

export function InPlace({ who }: { who: Who }) {
  const place = useRoom((room) => personOf(room, who)?.seat?.place)
  if (place === undefined) return null
  return (
    <span className="kind in-place">
      <Trans>
        in <bdi>{place}</bdi>
      </Trans>
    </span>
  )
}
