/** Groups on the stage: planned, out, or what they brought back. */
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Brought } from './Brought.tsx'
import { useGroups } from './breakoutsStore.ts'
import { GroupHead } from './GroupHead.tsx'
import { Out } from './Out.tsx'
import { Planned } from './Planned.tsx'
import { useGoing } from './useGoing.ts'
import { useHeardAtTheEnd, useTold } from './useTime.ts'
import './breakouts.css'

export function Part() {
  const main = useInRoom()
  const set = useGroups(main.gathering)
  const group = useGoing(main, set)
  const isOver = useRoom((room) => room.endedAt !== null)
  const isOfItem = useRoom(
    (room) => room.items.find(({ state }) => state === 'now')?.id === (set?.item ?? undefined),
  )
  useTold(group)
  useHeardAtTheEnd(group)
  if (!set || isOver) return null
  if (set.state === 'planned') return <Planned set={set} />
  if (set.state === 'out') return group ? <GroupHead set={set} group={group} /> : <Out set={set} />
  return isOfItem && set.wentAt ? <Brought set={set} /> : null
}
