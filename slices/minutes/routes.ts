/** Minutes, as the hall mounts them. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import type { Policy, Slice, TopicFamily } from '#kernel/slice.ts'
import { mayCall } from '#slices/circles/index.ts'
import { handingIn } from '#slices/people/index.ts'
import { amendingServings } from './routes/amending.ts'
import { importCommand } from './routes/commands.ts'
import { verifyZipCommand } from './routes/verify-command.ts'
import { importingServings } from './routes/importing.ts'
import { memoryServings } from './routes/memory.ts'
import { pages } from './routes/pages.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { bequeathMinutes } from './store/bequest.ts'
import { draftWhenOver } from './store/ending.ts'
import { eraseFromMinutes } from './store/erase.ts'
import { shareMinutes } from './store/merging.ts'
import { headingOf } from './store/minutes.ts'
import { readsWhole, standingOf } from './store/reader.ts'

const policies: Record<string, Policy> = {
  'may-import': {
    sentence: 'Whoever may call gatherings of the co-op.',
    allows: (db, caller) => mayCall(db, caller.person),
  },
}

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })

const listeners: Record<string, (tx: Transaction, entry: Entry) => Promise<void>> = {
  'gathering.ended': (tx, entry) => draftWhenOver(tx, entry),
  'person.erased': async (tx, { data, at }) => {
    const { person, guests } = Erased.parse(data)
    await eraseFromMinutes(tx, [person, ...guests], at)
  },
  'circle.closed': bequeathMinutes,
  'person.merged': (tx, { data }) => shareMinutes(tx, handingIn(data)),
}

const topics: Record<string, TopicFamily> = {
  minutes: {
    async mayRead(db, caller, id) {
      const heading = await headingOf(db, id)
      return heading !== null && readsWhole(heading, await standingOf(db, caller, heading))
    },
  },
}

export const minutes: Slice = {
  name: 'minutes',
  servings: [...readingServings, ...amendingServings, ...memoryServings, ...importingServings],
  policies,
  refusals,
  topics,
  listeners,
  commands: [importCommand, verifyZipCommand],
  pages,
}
