/** Where somebody points at the slide. */
import { nameIn } from '#slices/room/rules/glance.ts'
import { useRoom } from '#slices/room/web/useRoom.ts'

export function Spot({ x, y, who }: { x: number; y: number; who: string }) {
  const name = useRoom((room) => nameIn(room, who))
  return (
    <span className="slide-spot" style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
      <bdi>{name.split(' ')[0]}</bdi>
    </span>
  )
}
