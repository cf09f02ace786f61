/** Who reads the news of a gathering's call: who shapes it, since answers are among them. */
import type { TopicFamily } from '#kernel/slice.ts'
import { mayShape } from '../rules/access.ts'
import { headingOf } from '../store/gatherings.ts'
import { readerOf } from '../store/readers.ts'

export const topics: Record<string, TopicFamily> = {
  call: {
    async mayRead(db, caller, id) {
      const gathering = await headingOf(db, id)
      if (!gathering) return false
      return mayShape(await readerOf(db, gathering, { person: caller.person }))
    },
  },
}
