/** Why something in a room can't be, and what to do next. */
import type { RefusalMeanings } from '#kernel/problem.ts'
import { care } from './refusals/care.ts'
import { chat } from './refusals/chat.ts'
import { door } from './refusals/door.ts'
import { floor } from './refusals/floor.ts'
import { items } from './refusals/items.ts'
import { polls } from './refusals/polls.ts'

export const refusals: RefusalMeanings = { ...door, ...care, ...items, ...floor, ...chat, ...polls }
