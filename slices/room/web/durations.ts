/** Lengths of time as a clock shows them. */
import { HOUR, MINUTE, SECOND } from '#kernel/clock.ts'

const two = (count: number): string => String(count).padStart(2, '0')

/** Minutes and seconds, hours when there are any: 1:12, 1:02:09. Without a sign. */
export function clockOf(ms: number): string {
  const whole = Math.floor(Math.abs(ms) / SECOND) * SECOND
  const hours = Math.floor(whole / HOUR)
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  const seconds = Math.floor((whole % MINUTE) / SECOND)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`
}

/** Whole minutes, at least 1 when there is any. */
export function minutesOf(ms: number): number {
  return ms <= 0 ? 0 : Math.max(1, Math.round(ms / MINUTE))
}
