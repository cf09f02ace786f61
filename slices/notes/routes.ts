/** Notes, as the hall mounts it. */
import type { Slice } from '#kernel/slice.ts'
import { NOTES_SOCKET } from './api/socket.ts'
import { openDoor } from './routes/door.ts'
import { exchangeRefusals } from './routes/exchange-refusals.ts'
import { historyServings } from './routes/history.ts'
import { engineListeners } from './routes/hearing.ts'
import { keepingServings } from './routes/keeping.ts'
import { policies } from './routes/policies.ts'
import { postingServings } from './routes/posting.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { writingPolicies } from './routes/standing.ts'
import { topics } from './routes/topics.ts'
import { writingRefusals } from './routes/writing-refusals.ts'
import { versionTimer } from './timers/versions.ts'

export const notes: Slice = {
  name: 'notes',
  servings: [...keepingServings, ...readingServings, ...postingServings, ...historyServings],
  policies: { ...policies, ...writingPolicies },
  refusals: { ...refusals, ...writingRefusals, ...exchangeRefusals },
  topics,
  timers: [versionTimer],
  listeners: { ...engineListeners },
  sockets: { [NOTES_SOCKET]: openDoor },
}
