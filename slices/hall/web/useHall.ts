/** The hall: its name, its zone, whether it was opened. */
import { useRead } from '#web/kit/useCall.ts'
import { readHall } from '../api/opening.ts'

export function useHall() {
  return useRead(readHall).data
}
