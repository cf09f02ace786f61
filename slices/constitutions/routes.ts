/** Constitutions, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'

export const constitutions: Slice = { name: 'constitutions' }
