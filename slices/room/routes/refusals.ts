/** Why something in a room can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'
import { care } from './refusals/care.ts'
import { chat } from './refusals/chat.ts'
import { door } from './refusals/door.ts'
import { duties } from './refusals/duties.ts'
import { floor } from './refusals/floor.ts'
import { items } from './refusals/items.ts'
import { lobby } from './refusals/lobby.ts'
import { polls } from './refusals/polls.ts'
import { seats } from './refusals/seats.ts'
import { walls } from './refusals/walls.ts'
import { talks } from './refusals/talks.ts'

export const refusals: RefusalMeanings = {
  ...door,
  ...lobby,
  ...care,
  ...duties,
  ...items,
  ...floor,
  ...seats,
  ...walls,
  ...chat,
  ...talks,
  ...polls,
}
