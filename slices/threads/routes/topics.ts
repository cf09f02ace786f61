/**
 * `thread:<id>`: what happens in a thread, without its words. `reads:<person>`: ephemeral, what
 * somebody has read on another device of theirs; nobody else hears of it.
 */
import type { TopicFamily } from '#kernel/slice.ts'
import { ThreadId } from '../api/shapes.ts'
import { readsThread } from '../store/rights.ts'
import { threadOf } from '../store/threads.ts'

export const readTopic = (person: string): string => `reads:${person}`

export const topics: Record<string, TopicFamily> = {
  thread: {
    async mayRead(db, caller, id) {
      const which = ThreadId.safeParse(id)
      const thread = which.success ? await threadOf(db, which.data) : undefined
      return thread !== undefined && readsThread(db, caller, thread)
    },
  },
  reads: { mayRead: async (_db, { person }, id) => person === id },
}
