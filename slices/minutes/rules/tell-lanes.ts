/** The running order as two lanes: planned and real. */
import { MINUTE, msBetween } from '#kernel/clock.ts'
import type { Minutes } from './document.ts'
import type { Lane, Told } from './told.ts'

export function lanesOf(minutes: Minutes): Told['lanes'] {
  const { items } = minutes
  const starts = items
    .flatMap(({ planned, held }) => [planned?.from, held?.from])
    .filter((at) => at !== undefined)
  const start = starts.toSorted()[0]
  if (!start || items.length < 2) return null
  const lane = (which: 'planned' | 'held'): Lane[] =>
    items.flatMap((item) => {
      const times = item[which]
      if (!times) return []
      const from = msBetween(start, times.from) / MINUTE
      const till = msBetween(start, times.till) / MINUTE
      return till > from ? [{ number: item.number, pause: item.kind === 'break', from, till }] : []
    })
  const [planned, held] = [lane('planned'), lane('held')]
  const ends = [...planned, ...held].map(({ till }) => till)
  return held.length > 0 && ends.length > 0 ? { planned, held, minutes: Math.max(...ends) } : null
}
