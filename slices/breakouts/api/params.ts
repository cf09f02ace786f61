/** What the addresses of breakouts are made of, and what their operations share. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { BreakoutsSchema, Who } from '../rules/state.ts'

export const GroupId = idOf('brk', 'a group')
export const ofGathering = z.object({ gathering: idOf('gth', 'a gathering') })
export const ofGroup = ofGathering.extend({ group: GroupId })
export const ofMember = ofGathering.extend({ who: Who })

/** What stands after it: everybody in the gathering reads the same. */
export const After = BreakoutsSchema.meta({
  id: 'Breakouts',
  description: 'Groups that were planned together, the latest last; follow `breakouts:<id>`',
})

export const HERE = ['not-in-the-room', 'gathering-over', 'removed', 'no-such-gathering'] as const
export const CARE = [...HERE, 'only-facilitators'] as const
export const OFTEN = { count: 60, seconds: 60 }
