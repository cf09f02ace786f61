/** People, as the hall mounts them. */
import type { Slice } from '#kernel/slice.ts'
import { codeJob, codeServings } from './routes/codes.ts'
import { linkServings } from './routes/links.ts'
import { oneselfServings } from './routes/oneself.ts'
import { otherServings } from './routes/others.ts'
import { ownDataServings } from './routes/own-data.ts'
import { passkeyServings } from './routes/passkeys.ts'
import { recordServings } from './routes/records.ts'
import { refusals } from './routes/refusals.ts'
import { timers } from './timers.ts'

export const people: Slice = {
  name: 'people',
  servings: [
    ...codeServings,
    ...linkServings,
    ...passkeyServings,
    ...oneselfServings,
    ...ownDataServings,
    ...otherServings,
    ...recordServings,
  ],
  refusals,
  timers,
  jobs: [codeJob],
  topics: {
    person: {
      mayRead: async (_db, caller, id) => caller.person !== null && caller.person === id,
    },
  },
}
