/** Links that show the stage on a wall. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { CARE, GatheringId, ofGathering, OFTEN, SELDOM } from './params.ts'
import { At } from './shapes.ts'

const care = { who: 'facilitator-of-the-room' } as const
const WallId = idOf('wal', 'a link for a wall')

export const listWalls = operation({
  ...care,
  method: 'GET',
  path: '/gatherings/{gathering}/room/walls',
  summary: 'The links that show the stage on a wall, without a sign-in',
  params: ofGathering,
  output: z.object({
    walls: z.array(
      z.object({
        id: WallId,
        name: z.string(),
        madeAt: At,
        opened: z.boolean().meta({ description: 'Did a browser open it?' }),
      }),
    ),
  }),
  refusals: CARE,
})

export const makeAWall = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/walls',
  summary: 'Make a link that shows the stage on a wall, without a sign-in, until the end',
  params: ofGathering,
  body: z.object({ name: line(60) }),
  output: z.object({
    id: WallId,
    address: z.string().meta({ description: 'The address; shown only now' }),
  }),
  refusals: [...CARE, 'many-walls'],
  limit: SELDOM,
})

export const takeAWallBack = operation({
  ...care,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/walls/{wall}',
  summary: 'Take a link for a wall back; the wall is dark at once',
  params: ofGathering.extend({ wall: WallId }),
  refusals: [...CARE, 'wall-gone'],
  limit: OFTEN,
})

export const openAWall = operation({
  method: 'POST',
  path: '/walls',
  summary: 'Show the stage in this browser, by the secret word of a link',
  who: 'anyone',
  body: z.object({ token: z.string().min(1).max(100) }),
  output: z.object({ gathering: GatheringId }),
  refusals: ['wall-gone', 'gathering-over'],
  limit: SELDOM,
})
