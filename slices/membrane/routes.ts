/** The membrane, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'

export const membrane: Slice = { name: 'membrane' }
