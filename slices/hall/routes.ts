/** The hall, as it is mounted. */
import type { Slice } from '#kernel/slice.ts'
import { isSteward } from '#slices/circles/index.ts'
import { announce, stewardLink } from './commands.ts'
import { homeServings } from './routes/home.ts'
import { openingServings } from './routes/opening.ts'
import { refusals } from './routes/refusals.ts'
import { stewardServings } from './routes/stewards.ts'

export const hall: Slice = {
  name: 'hall',
  servings: [...homeServings, ...openingServings, ...stewardServings],
  refusals,
  announce,
  commands: [stewardLink],
  topics: {
    hall: {
      mayRead: async (db, caller, id) => id === 'stewards' && isSteward(db, caller.person),
    },
  },
}
