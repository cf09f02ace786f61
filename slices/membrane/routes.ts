/** The membrane, as the hall mounts it. */
import type { Transaction } from '#kernel/database.ts'
import { handOver } from '#kernel/handing-over.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { z } from 'zod'
import { beginRules } from './routes/beginning.ts'
import { comingServings } from './routes/coming.ts'
import { doorServings } from './routes/door.ts'
import { excludingServings } from './routes/excluding.ts'
import { firstServings } from './routes/first.ts'
import { importingServings } from './routes/importing.ts'
import { leavingServings } from './routes/leaving.ts'
import { membraneServings } from './routes/membrane.ts'
import { pages } from './routes/page.ts'
import { policies } from './routes/policies.ts'
import { readingDoorServings } from './routes/reading-door.ts'
import { refusals } from './routes/refusals.ts'
import { forgetApplicant } from './store/applications.ts'
import { forgetInCases, forgetNotice } from './store/leaving.ts'
import { OWNED } from './store/merging.ts'
import { timers } from './timers.ts'

const Erased = z.object({ person: idOf('per', 'a person') })

async function forget(tx: Transaction, entry: Entry): Promise<void> {
  const { person } = Erased.parse(entry.data)
  await forgetApplicant(tx, person)
  await forgetNotice(tx, { person })
  await forgetInCases(tx, person)
}

export const membrane: Slice = {
  name: 'membrane',
  servings: [
    ...membraneServings,
    ...comingServings,
    ...doorServings,
    ...firstServings,
    ...readingDoorServings,
    ...leavingServings,
    ...excludingServings,
    ...importingServings,
  ],
  policies,
  refusals,
  timers,
  listeners: {
    'person.erased': forget,
    'person.merged': (tx, { data }) => handOver(tx, handingIn(data), OWNED),
    'constitution.began': beginRules,
  },
  pages,
}
