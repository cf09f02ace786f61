/**
 * How much may be kept.
 * 1. A file has at most 25 MB.
 * 2. What somebody added counts in what is theirs, and in that of the circle it was added for, as
 *    long as the hall keeps it; what is taken away counts until it is deleted for good.
 * 3. A guest has a tenth of what a member has.
 */
import { refuse, type Refusal } from '#kernel/change.ts'

export const MEGABYTE = 1024 * 1024
export const MOST_BYTES = 25 * MEGABYTE
const GUESTS_SHARE = 10

/** The most that one may have kept, in bytes; of nobody (an import), as much as there is room. */
export function mostFor(by: string | null, memberFiles: number): number {
  if (by === null) return Number.MAX_SAFE_INTEGER
  return by.startsWith('gst_') ? Math.floor(memberFiles / GUESTS_SHARE) : memberFiles
}

export type Kept = { used: number; most: number }

/** Whole megabytes that are left, for a sentence. */
export function leftOf({ used, most }: Kept): number {
  return Math.max(0, Math.floor((most - used) / MEGABYTE))
}

/** Laws 2 and 3: refuses `files-of-yours-full`, `files-of-circle-full` with what is left. */
export function roomFor(size: number, own: Kept, circle: Kept | null): Refusal | null {
  if (own.used + size > own.most)
    return refuse('files-of-yours-full', { left: leftOf(own), most: megabytes(own.most) })
  if (circle && circle.used + size > circle.most)
    return refuse('files-of-circle-full', { left: leftOf(circle), most: megabytes(circle.most) })
  return null
}

const megabytes = (bytes: number): number => Math.floor(bytes / MEGABYTE)
