/** Circles, as the hall mounts them. */
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { z } from 'zod'
import { CircleId } from './api.ts'
import { invitingServings, welcomeTaker } from './routes/invitations.ts'
import { keepingServings, letGo } from './routes/keeping.ts'
import { policies } from './routes/policies.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { leaveAll } from './store/changes.ts'
import { isMember, isSteward } from './store/circles.ts'

const Erased = z.object({ person: idOf('per', 'a person') })

/** Who is erased belongs to nothing any more; the last steward cannot be. */
async function forget(tx: Transaction, entry: Entry): Promise<void> {
  const { person } = Erased.parse(entry.data)
  await letGo(tx, person)
  await leaveAll(tx, person, { by: person, now: entry.at })
}

export const circles: Slice = {
  name: 'circles',
  servings: [...readingServings, ...keepingServings, ...invitingServings],
  policies,
  refusals,
  listeners: { 'invitation.taken': welcomeTaker, 'person.erased': forget },
  topics: {
    circle: {
      async mayRead(db, caller, id) {
        const circle = CircleId.safeParse(id)
        if (!circle.success) return false
        const { data } = circle
        return (await isMember(db, caller.person, data)) || isSteward(db, caller.person, data)
      },
    },
  },
}
