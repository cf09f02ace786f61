/** Beginning a thread in a circle. */
import { Navigate, useParams } from '@tanstack/react-router'
import { CircleId } from '#slices/circles/api.ts'
import { BeginThread } from './BeginThread.tsx'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? (
    <BeginThread circle={circle.data} from={null} />
  ) : (
    <Navigate to="/circles" />
  )
}
