/** Every command of `moothall`: those of the house, then those of the slices. */
import type { Command } from '#kernel/slice.ts'
import { slices } from './slices.ts'

/** Loaded when it runs, so that `help` and a mistyped word answer at once. */
export const commands: readonly Command[] = [...slices.flatMap((slice) => slice.commands ?? [])]
