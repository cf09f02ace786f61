/** On a projector: what the groups brought back, while their item runs. */
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Brought } from './Brought.tsx'
import { useGroups } from './breakoutsStore.ts'
import './breakouts.css'

export function Part() {
  const { gathering } = useInRoom()
  const set = useGroups(gathering)
  const isOver = useRoom((room) => room.endedAt !== null)
  const isOfItem = useRoom(
    (room) => room.items.find(({ state }) => state === 'now')?.id === (set?.item ?? undefined),
  )
  return set?.state === 'over' && set.wentAt && isOfItem && !isOver ? <Brought set={set} /> : null
}
