/** Roles, as the hall mounts them. */
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn, type PersonId } from '#slices/people/index.ts'
import { draw } from './commands.ts'
import { drawingServings } from './routes/drawing.ts'
import { endingServings } from './routes/ending.ts'
import { fillingServings } from './routes/filling.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { forgetName } from './store/draws.ts'
import { handTermsOver } from './store/merging.ts'
import { forgetWishes } from './store/wishes.ts'
import { timers } from './timers.ts'
import { endAllOf } from './timers/keeping.ts'

/** As a name in a published pool; the page says it in the reader's language. */
const FORMER = '–'

const Person = z.object({ person: idOf('per', 'a person') })

/** Who leaves a circle holds nothing in it any more. */
async function leave(tx: Transaction, entry: Entry): Promise<void> {
  const who = Person.safeParse(entry.data)
  if (who.success) await letGo(tx, who.data.person, entry.at, entry.topic)
}

/** Who is erased holds nothing anywhere; terms stay as facts. */
async function forget(tx: Transaction, entry: Entry): Promise<void> {
  const { person } = Person.parse(entry.data)
  await letGo(tx, person, entry.at, null)
  await forgetName(tx, person, FORMER)
}

async function letGo(tx: Transaction, person: PersonId, now: Instant, topic: string | null) {
  const circle = topic === null ? null : topic.slice('circle:'.length)
  await forgetWishes(tx, person, circle)
  await endAllOf(tx, person, circle, now)
}

export const roles: Slice = {
  name: 'roles',
  servings: [...readingServings, ...fillingServings, ...endingServings, ...drawingServings],
  refusals,
  listeners: {
    'circle.left': leave,
    'person.erased': forget,
    'person.merged': (tx, { data }) => handTermsOver(tx, handingIn(data)),
  },
  timers,
  commands: [draw],
}
