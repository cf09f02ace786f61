/** Standing, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'

export const standing: Slice = { name: 'standing' }
