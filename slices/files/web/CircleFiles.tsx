/** The files of a circle, on its page; only its members and stewards see them. */
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { Files } from './Files.tsx'

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  const { data } = useRead(
    readCircle,
    { params: { circle: circle.data ?? 'cir_' } },
    circle.success,
  )
  return data?.mine || data?.may.steward ? <Files holder={{ kind: 'circle', id }} /> : null
}
