/** Circles, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { policies } from './routes/policies.ts'

export const circles: Slice = { name: 'circles', policies }
