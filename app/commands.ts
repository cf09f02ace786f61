/** Every command of `moothall`: those of the house, then those of the slices. */
import type { Command } from '#kernel/slice.ts'
import { backup, restore } from './commands/backup.ts'
import { verify } from './commands/verify.ts'
import { slices } from './slices.ts'

export const commands: readonly Command[] = [
  verify,
  backup,
  restore,
  ...slices.flatMap((slice) => slice.commands ?? []),
]
