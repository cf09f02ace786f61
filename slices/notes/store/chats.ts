/** Where the chat of an imported pad goes; a later slice answers (app/slices.ts). */
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Said } from '../rules/formats/authored.ts'

export type ChatGiven = { gathering: string; said: readonly Said[]; now: Instant }

/** It stands in the chat of the gathering; it waits for its end; the chat takes nothing more. */
export type ChatKept = 'kept' | 'waits' | 'closed'

export const importedChats = port<(tx: Transaction, given: ChatGiven) => Promise<ChatKept>>(
  'where the chat of an imported pad goes',
)
