/** Feeds of one's own. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId, FeedView } from './views.ts'

export const listFeeds = operation({
  method: 'GET',
  path: '/feeds',
  summary: 'The feeds that you have made',
  who: 'signed-in',
  output: z.object({ feeds: z.array(FeedView) }),
})

export const makeFeed = operation({
  method: 'POST',
  path: '/feeds',
  summary: 'Make a secret address to subscribe to: of all that is yours, or of a circle',
  who: 'signed-in',
  body: z.object({ circle: CircleId.nullable().default(null) }),
  output: z.object({
    id: z.string(),
    calendar: z.string().meta({ description: 'The iCalendar address; shown only now' }),
    atom: z.string(),
    threads: z.string().meta({ description: 'An Atom feed of the threads that you read' }),
  }),
  refusals: ['no-such-circle'],
  limit: { count: 20, seconds: 3600 },
})

export const revokeFeed = operation({
  method: 'DELETE',
  path: '/feeds/{feed}',
  summary: 'Revoke a feed; its address answers nothing any more',
  who: 'signed-in',
  params: z.object({ feed: z.string().max(60) }),
  refusals: ['not-found'],
})
