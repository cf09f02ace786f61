/** Roles, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'

export const roles: Slice = { name: 'roles' }
