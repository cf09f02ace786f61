/** The chats of groups, afterwards. */
import { serve } from '#kernel/serve.ts'
import { readGroupChats } from '../api.ts'
import { groupChats } from '../store/chats.ts'

export const chatServings = [
  serve(readGroupChats, async ({ db, caller, params }) => ({
    chats: await groupChats(db, caller, params.gathering),
  })),
]
