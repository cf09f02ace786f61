/**
 * How often one member may do a thing: a bucket of `count` that fills evenly over `seconds`. By
 * person, guest or browser, never by address where a better name is known: a whole hall sits
 * behind one.
 */
import type { Instant } from './clock.ts'

export type Limit = { count: number; seconds: number }
type Bucket = { left: number; at: number }

const SWEEP_AT = 20_000

export type Limits = {
  /** Takes one; answers 0, or the seconds to wait until there is one again. */
  take(key: string, limit: Limit, now: Instant): number
}

export function createLimits(): Limits {
  const buckets = new Map<string, Bucket>()
  function sweep(at: number) {
    for (const [key, bucket] of buckets) if (at - bucket.at > 3_600_000) buckets.delete(key)
  }
  return {
    take(key, { count, seconds }, now) {
      const at = Date.parse(now)
      if (buckets.size > SWEEP_AT) sweep(at)
      const bucket = buckets.get(key) ?? { left: count, at }
      const left = Math.min(
        count,
        bucket.left + (Math.max(0, at - bucket.at) * count) / (seconds * 1000),
      )
      const enough = left >= 1
      buckets.set(key, { left: enough ? left - 1 : left, at })
      return enough ? 0 : Math.ceil(((1 - left) * seconds) / count)
    },
  }
}
