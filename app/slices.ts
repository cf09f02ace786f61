/** The slices in their order of dependency: a slice may use those before it, never those after. */
import type { Slice } from '#kernel/slice.ts'

export const slices: readonly Slice[] = []
