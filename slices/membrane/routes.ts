/** The membrane, as the hall mounts it. */
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { z } from 'zod'
import { comingServings } from './routes/coming.ts'
import { doorServings } from './routes/door.ts'
import { importingServings } from './routes/importing.ts'
import { leavingServings } from './routes/leaving.ts'
import { membraneServings } from './routes/membrane.ts'
import { pages } from './routes/page.ts'
import { policies } from './routes/policies.ts'
import { readingDoorServings } from './routes/reading-door.ts'
import { refusals } from './routes/refusals.ts'
import { forgetApplicant } from './store/applications.ts'
import { placeMembers } from './store/entering.ts'
import { forgetInCases, forgetNotice } from './store/leaving.ts'
import { rulesOf } from './store/rules.ts'
import { timers } from './timers.ts'

const Erased = z.object({ person: idOf('per', 'a person') })
const CircleId = idOf('cir', 'a circle')

async function forget(tx: Transaction, entry: Entry): Promise<void> {
  const { person } = Erased.parse(entry.data)
  await forgetApplicant(tx, person)
  await forgetNotice(tx, { person })
  await forgetInCases(tx, person)
}

/** New rules with new classes: those who are in none of them begin in one. */
async function place(tx: Transaction, { topic, at }: Entry): Promise<void> {
  const circle = CircleId.safeParse(topic.slice(topic.indexOf(':') + 1))
  if (!circle.success) return
  const { classes, constitution } = await rulesOf(tx, circle.data, at)
  if (constitution?.circle !== circle.data) return
  const first = classes.find(({ rights }) => rights.vote && rights.stand)?.key ?? null
  await placeMembers(tx, circle.data, first, { by: null, now: at })
}

export const membrane: Slice = {
  name: 'membrane',
  servings: [
    ...membraneServings,
    ...comingServings,
    ...doorServings,
    ...readingDoorServings,
    ...leavingServings,
    ...importingServings,
  ],
  policies,
  refusals,
  timers,
  listeners: { 'person.erased': forget, 'constitution.adopted': place },
  pages,
}
