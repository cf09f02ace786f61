/** What was written in the chats of groups, afterwards. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { operation } from '#kernel/operation.ts'
import { GroupId, ofGathering } from './params.ts'

const GroupChat = z.object({
  group: GroupId,
  name: z.string(),
  question: z.string(),
  lines: z.array(
    z.object({ line: z.int(), at: InstantSchema, name: z.string(), text: z.string() }),
  ),
})

export const readGroupChats = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/breakouts/chats',
  summary: 'The chats of the groups in which I was; nothing of others',
  who: 'anyone',
  params: ofGathering,
  output: z.object({ chats: z.array(GroupChat) }),
})
