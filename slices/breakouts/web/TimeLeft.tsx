/** How long a group has left, as a clock. */
import { Trans } from '@lingui/react/macro'
import { clockOf } from '#slices/room/web/durations.ts'
import type { Group } from '../rules/state.ts'
import { useTimeLeft } from './useTime.ts'

const SOON_MS = 120_000

export function TimeLeft({ group }: { group: Group }) {
  const left = useTimeLeft(group)
  if (left === null) return null
  const clock = clockOf(left)
  return (
    <span className={left <= SOON_MS ? 'time-left soon num' : 'time-left num'}>
      {left > 0 ? <Trans>{clock} left</Trans> : <Trans>time is over</Trans>}
    </span>
  )
}
