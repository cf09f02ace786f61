/** Decisions, as the hall mounts them. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { DecisionId } from './api/shapes.ts'
import { makingServings } from './routes/making.ts'
import { policies, seesDecision } from './routes/policies.ts'
import { readingServings } from './routes/reading.ts'
import { recount } from './routes/recount.ts'
import { refusals } from './routes/refusals.ts'
import { rollServings } from './routes/roll.ts'
import { sample } from './routes/sample.ts'
import { secretServings } from './routes/secret.ts'
import { tally } from './routes/tally.ts'
import { votingServings } from './routes/voting.ts'
import { whatIfServings } from './routes/replaying.ts'
import { whatif } from './routes/whatif.ts'
import { forgetSaid } from './store/ballots.ts'
import { decisionOf } from './store/decisions.ts'
import { handDecisionsOver } from './store/merging.ts'
import { timers } from './timers.ts'
import { lettersJob } from './timers/letters.ts'

const Erased = z.object({ person: idOf('per', 'a person') })

/** Ballots stay as facts; what somebody wrote with them goes. */
async function forget(tx: Transaction, { data }: Entry): Promise<void> {
  await forgetSaid(tx, Erased.parse(data).person)
}

export const decisions: Slice = {
  name: 'decisions',
  servings: [
    ...readingServings,
    ...makingServings,
    ...rollServings,
    ...votingServings,
    ...whatIfServings,
    ...secretServings,
  ],
  policies,
  refusals,
  listeners: {
    'person.erased': forget,
    'person.merged': (tx, { data }) => handDecisionsOver(tx, handingIn(data)),
  },
  timers,
  jobs: [lettersJob],
  commands: [tally, recount, whatif, sample],
  topics: {
    decision: {
      async mayRead(db, { person }, id) {
        const which = DecisionId.safeParse(id)
        const decision = which.success ? await decisionOf(db, which.data) : null
        const now = new Date().toISOString()
        return Boolean(decision && person && (await seesDecision(db, person, decision, now)))
      },
    },
  },
}
