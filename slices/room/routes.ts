/** The room, as the hall mounts it. */
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { chatServings } from './routes/chat.ts'
import { doorServings } from './routes/door.ts'
import { floorServings } from './routes/floor.ts'
import { hidingServings } from './routes/hiding.ts'
import { itemServings } from './routes/items.ts'
import { eraseWords, keepGuest } from './routes/keeping.ts'
import { enter } from './routes/knocking.ts'
import { lifeServings } from './routes/life.ts'
import { lobbyServings } from './routes/lobby.ts'
import { closeCancelled, followCall } from './routes/opening.ts'
import { peopleServings } from './routes/people.ts'
import { policies } from './routes/policies.ts'
import { pollServings } from './routes/polls.ts'
import { porchPages } from './routes/porch.ts'
import { privateLineServings } from './routes/private-lines.ts'
import { refusals } from './routes/refusals.ts'
import { roundServings } from './routes/rounds.ts'
import { seatServings } from './routes/seats.ts'
import { stackServings } from './routes/stack.ts'
import { talkServings } from './routes/talks.ts'
import { temperatureServings } from './routes/temperature.ts'
import { topics } from './routes/topics.ts'
import { wallServings } from './routes/walls.ts'
import { writtenServings } from './routes/written.ts'
import { shareBlocks } from './store/merging.ts'
import { roomTimers } from './timers.ts'

const listeners: Record<string, (tx: Transaction, entry: Entry) => Promise<void>> = {
  'guest.kept': keepGuest,
  'person.erased': eraseWords,
  'person.merged': (tx, { data }) => shareBlocks(tx, handingIn(data)),
  'gathering.changed': followCall,
  'gathering.cancelled': closeCancelled,
}

export const room: Slice = {
  name: 'room',
  servings: [
    enter,
    ...doorServings,
    ...lobbyServings,
    ...lifeServings,
    ...itemServings,
    ...stackServings,
    ...floorServings,
    ...roundServings,
    ...seatServings,
    ...chatServings,
    ...hidingServings,
    ...talkServings,
    ...privateLineServings,
    ...temperatureServings,
    ...pollServings,
    ...peopleServings,
    ...writtenServings,
    ...wallServings,
  ],
  policies,
  refusals,
  topics,
  timers: roomTimers,
  listeners,
  pages: porchPages,
}
