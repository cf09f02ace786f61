/** Circles, as the hall mounts them. */
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { handingIn } from '#slices/people/index.ts'
import { z } from 'zod'
import { CircleId } from './api.ts'
import { invitingServings, welcomeTaker } from './routes/invitations.ts'
import { keepingServings } from './routes/keeping.ts'
import { coopServings } from './routes/coops.ts'
import { memberServings } from './routes/members.ts'
import { policies } from './routes/policies.ts'
import { readingServings } from './routes/reading.ts'
import { refusals } from './routes/refusals.ts'
import { shapingServings } from './routes/shaping.ts'
import { letSpeak, voiceServings } from './routes/voices.ts'
import { handMembershipsOver, leftMeanwhile } from './store/merging.ts'
import { forgetMandates } from './store/delegates.ts'
import { timers } from './timers.ts'
import { letGo } from './store/letting-go.ts'
import { leaveAll, renameMember } from './store/joining.ts'
import { isMember, isSteward } from './store/circles.ts'

const PersonId = idOf('per', 'a person')
const Erased = z.object({ person: PersonId })
const Renamed = z.object({ name: z.string().optional() })

/** Who is erased belongs to nothing any more; the last steward cannot be. */
async function forget(tx: Transaction, entry: Entry): Promise<void> {
  const { person } = Erased.parse(entry.data)
  await letGo(tx, person)
  await leaveAll(tx, person, { by: person, now: entry.at })
  await renameMember(tx, person, '')
  await forgetMandates(tx, person)
}

/** Who calls themselves otherwise is found and sorted by the new name. */
async function rename(tx: Transaction, { actor, data }: Entry): Promise<void> {
  const { name } = Renamed.parse(data)
  const person = PersonId.safeParse(actor)
  if (name && person.success) await renameMember(tx, person.data, name)
}

export const circles: Slice = {
  name: 'circles',
  servings: [
    ...readingServings,
    ...keepingServings,
    ...invitingServings,
    ...memberServings,
    ...voiceServings,
    ...coopServings,
    ...shapingServings,
  ],
  timers,
  policies,
  refusals,
  listeners: {
    async 'invitation.taken'(tx, entry) {
      await welcomeTaker(tx, entry)
      await letSpeak(tx, entry)
    },
    'person.erased': forget,
    'person.changed': rename,
    'person.merged': (tx, { data }) => handMembershipsOver(tx, handingIn(data)),
    'person.parted': (tx, { data }) => leftMeanwhile(tx, handingIn(data)),
  },
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
