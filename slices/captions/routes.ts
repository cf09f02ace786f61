/** Captions, as the hall mounts them. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { captionServings } from './routes/captions.ts'
import { engineServings } from './routes/engine.ts'
import { policies } from './routes/policies.ts'
import { refusals } from './routes/refusals.ts'
import { topics } from './routes/topics.ts'
import { eraseCaptions } from './store/erasing.ts'

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })

async function erase(tx: Transaction, { data, at }: Entry): Promise<void> {
  const { person, guests } = Erased.parse(data)
  await eraseCaptions(tx, [person, ...guests], at)
}

export const captions: Slice = {
  name: 'captions',
  servings: [...captionServings, ...engineServings],
  policies,
  refusals,
  topics,
  listeners: { 'person.erased': erase },
}
