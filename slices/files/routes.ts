/** Files, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'

export const files: Slice = { name: 'files' }
