/** Groups that go out and come back, and what passes between them and the hall. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Who } from '../rules/state.ts'
import { After, CARE, GroupId, HERE, ofGathering, ofGroup, OFTEN } from './params.ts'

const base = { output: After, limit: OFTEN } as const
const care = { ...base, who: 'facilitator-of-the-room' } as const
const here = { ...base, who: 'in-the-room' } as const
const OUT = ['nobody-is-out', 'no-such-group', 'group-is-back', 'not-in-the-group'] as const

export const goOut = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/breakouts/go',
  summary: 'Let the groups go, all at one moment',
  params: ofGathering,
  refusals: [...CARE, 'no-groups-planned', 'groups-are-out'],
})

export const lengthenBreakouts = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/breakouts/lengthen',
  summary: 'Give one group, or all, more time',
  params: ofGathering,
  body: z.object({
    group: GroupId.nullable().default(null),
    minutes: z.int().min(1).max(120),
  }),
  refusals: [...CARE, 'nobody-is-out', 'no-such-group'],
})

export const callGroupsBack = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/breakouts/back',
  summary: 'Call all groups back, in some seconds or (0) at once',
  params: ofGathering,
  body: z.object({ seconds: z.int().min(0).max(600).default(60) }),
  refusals: [...CARE, 'nobody-is-out'],
})

export const speakToAllGroups = operation({
  ...care,
  method: 'PUT',
  path: '/gatherings/{gathering}/breakouts/voice',
  summary: 'Speak to all groups from the main hall, or stop',
  params: ofGathering,
  body: z.object({ on: z.boolean() }),
  refusals: [...CARE, 'nobody-is-out'],
})

export const callForHelp = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/breakouts/{group}/help',
  summary: 'Call a facilitator to the group',
  params: ofGroup,
  refusals: [...HERE, ...OUT],
})

export const helpIsHere = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/breakouts/{group}/help',
  summary: 'Say that help came, or is no longer needed',
  params: ofGroup,
  refusals: [...HERE, ...OUT],
})

export const nameAReporter = operation({
  ...here,
  method: 'PUT',
  path: '/gatherings/{gathering}/breakouts/{group}/reporter',
  summary: 'Say who reports for the group',
  params: ofGroup,
  body: z.object({ who: Who }),
  refusals: [...HERE, ...OUT, 'nobody-by-that-id'],
})

export const stillSpeaking = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/breakouts/{group}/heard',
  summary: 'Say that somebody is heard in the group, so that the end of its time waits a moment',
  who: 'in-the-room',
  params: ofGroup,
  refusals: [...HERE, ...OUT],
  limit: OFTEN,
})
