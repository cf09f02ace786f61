/** People, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'

export const people: Slice = { name: 'people' }
