/** Notes, as the hall mounts it. */
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { NOTES_SOCKET } from './api/socket.ts'
import { commentRefusals } from './routes/comment-refusals.ts'
import { commentPolicies } from './routes/commenting.ts'
import { commentServings } from './routes/comments.ts'
import { openDoor } from './routes/door.ts'
import { exportNoteCommand, importNoteCommand } from './routes/commands.ts'
import { exchangeServings } from './routes/exchange.ts'
import { exchangeRefusals } from './routes/exchange-refusals.ts'
import { historyServings } from './routes/history.ts'
import { engineListeners } from './routes/hearing.ts'
import { keepingServings } from './routes/keeping.ts'
import { lifeListeners } from './routes/life.ts'
import { pages } from './routes/pages.ts'
import { policies } from './routes/policies.ts'
import { postingServings } from './routes/posting.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { sharingServings } from './routes/sharing.ts'
import { writingPolicies } from './routes/standing.ts'
import { suggestionServings } from './routes/suggestions.ts'
import { templateServings } from './routes/templates.ts'
import { topics } from './routes/topics.ts'
import { writingRefusals } from './routes/writing-refusals.ts'
import { lifeTimers } from './timers/life.ts'
import { versionTimer } from './timers/versions.ts'

/** Both hear who is erased. */
async function erased(tx: Transaction, entry: Entry): Promise<void> {
  await engineListeners['person.erased']?.(tx, entry)
  await lifeListeners['person.erased']?.(tx, entry)
}

export const notes: Slice = {
  name: 'notes',
  servings: [
    ...keepingServings,
    ...readingServings,
    ...postingServings,
    ...historyServings,
    ...sharingServings,
    ...templateServings,
    ...exchangeServings,
    ...commentServings,
    ...suggestionServings,
  ],
  policies: { ...policies, ...writingPolicies, ...commentPolicies },
  refusals: { ...refusals, ...writingRefusals, ...exchangeRefusals, ...commentRefusals },
  topics,
  listeners: { ...engineListeners, ...lifeListeners, 'person.erased': erased },
  commands: [importNoteCommand, exportNoteCommand],
  sockets: { [NOTES_SOCKET]: openDoor },
  timers: [...lifeTimers, versionTimer],
  pages,
}
