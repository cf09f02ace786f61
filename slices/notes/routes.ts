/** Notes, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'

export const notes: Slice = { name: 'notes' }
