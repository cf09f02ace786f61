/** `poll:<id>`: what happens to a poll, without what anybody answered. */
import type { TopicFamily } from '#kernel/slice.ts'
import { PollId } from '../api/shapes.ts'
import { pollOf } from '../store/polls.ts'
import { readsPoll } from './policies.ts'

export const topics: Record<string, TopicFamily> = {
  poll: {
    async mayRead(db, { person }, id) {
      const which = PollId.safeParse(id)
      const poll = which.success ? await pollOf(db, which.data) : undefined
      return poll !== undefined && readsPoll(db, person, poll)
    },
  },
}
