/** Who may, in words, as far as threads know. */
import type { Reader } from '#kernel/database.ts'
import type { Policy } from '#kernel/slice.ts'
import { ThreadId } from '../api/shapes.ts'
import { keepsThread, readsThread } from '../store/rights.ts'
import type { Thread } from '../store/tables.ts'
import { threadOf } from '../store/threads.ts'

async function threadAt(db: Reader, params: Record<string, string>): Promise<Thread | null> {
  const id = ThreadId.safeParse(params['thread'])
  return (id.success ? await threadOf(db, id.data) : null) ?? null
}

/** Whoever does not read a thread is told that there is none. */
function policy(sentence: string, allows: typeof readsThread): Policy {
  return {
    sentence,
    async allows(db, caller, params) {
      if (caller.person === null) return false
      const thread = await threadAt(db, params)
      if (!thread || !(await readsThread(db, caller, thread))) return { refused: 'not-found' }
      return allows(db, caller, thread)
    },
  }
}

export const policies: Record<string, Policy> = {
  'reads-thread': policy('Members of its circle, delegates there, its stewards.', readsThread),
  'keeps-thread': policy('The facilitators and stewards of its circle.', keepsThread),
}
