/** What the addresses of the room are made of, and what many operations share. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { Who } from '../rules/call.ts'

export const GatheringId = idOf('gth', 'a gathering')
export const PollId = idOf('pol', 'a poll')
export const TalkId = idOf('tlk', 'a private talk')
export const ItemId = z.string().regex(/^\w{1,64}$/, { error: 'not the id of an item' })
export const LineNumber = z.coerce
  .number()
  .int()
  .positive()
  .meta({ description: 'The number of a line' })

export const ofGathering = z.object({ gathering: GatheringId })
export const ofPerson = z.object({ gathering: GatheringId, who: Who })
export const ofItem = z.object({ gathering: GatheringId, item: ItemId })
export const ofLine = z.object({ gathering: GatheringId, line: LineNumber })
export const ofPoll = z.object({ gathering: GatheringId, poll: PollId })
export const ofTalk = z.object({ gathering: GatheringId, talk: TalkId })

/** The number of the last entry that this made: a reader who has heard it sees the change. */
export const Done = z.object({
  seq: z.int().meta({ description: 'The number of the last entry of the gathering by then' }),
})

/** Refusals of whatever is done in the room, and of what only facilitators do. */
export const HERE = ['not-in-the-room', 'gathering-over', 'removed'] as const
export const CARE = [...HERE, 'only-facilitators'] as const

/** Small acts of one member: so many in a minute. */
export const OFTEN = { count: 60, seconds: 60 }
/** What costs others' attention. */
export const SELDOM = { count: 20, seconds: 60 }
