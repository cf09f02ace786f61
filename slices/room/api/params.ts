/** What the addresses of the room are made of, and what many operations share. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { Who } from '../rules/call.ts'

export const GatheringId = idOf('gth', 'a gathering')
/** A room: that of a gathering, or a group's within it, named by its gathering, a dot and its own id. */
const ROOM = '^gth_[0-9a-z]{26}(\\.brk_[0-9a-z]{26})?$'
export const RoomId = z
  .templateLiteral(['gth_', z.string()])
  .refine((id) => new RegExp(ROOM).test(id), { error: 'not the id of a room' })
  .meta({ description: 'The id of a gathering, or of a group of its breakouts', pattern: ROOM })
export const PollId = idOf('pol', 'a poll')
export const TalkId = idOf('tlk', 'a private talk')
export const ItemId = z.string().regex(/^\w{1,64}$/, { error: 'not the id of an item' })
export const LineNumber = z.coerce
  .number()
  .int()
  .positive()
  .meta({ description: 'The number of a line' })

export const ofGathering = z.object({ gathering: GatheringId })
export const ofRoom = z.object({ gathering: RoomId })
export const ofPerson = z.object({ gathering: GatheringId, who: Who })
export const inRoomOf = z.object({ gathering: RoomId, who: Who })
export const ofItem = z.object({ gathering: GatheringId, item: ItemId })
export const ofLine = z.object({ gathering: RoomId, line: LineNumber })
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
