/** News that gatherings hear: from the room, that it opened and ended; from people, that one is erased. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { handingIn } from '#slices/people/index.ts'
import { saveLife } from '../store/changes.ts'
import { bequeathGatherings } from '../store/bequest.ts'
import { forgetPerson } from '../store/forgetting.ts'
import { handCallsOver } from '../store/merging.ts'

const When = z.object({ when: z.string().optional() })

/** The gathering whose room an entry belongs to; null for entries elsewhere. */
function gatheringIn({ topic }: Entry): `gth_${string}` | null {
  const id = /^gathering:gth_(\w+)$/.exec(topic)?.[1]
  return id ? `gth_${id}` : null
}

const heard =
  (part: 'opened_at' | 'ended_at') =>
  async (tx: Transaction, entry: Entry): Promise<void> => {
    const id = gatheringIn(entry)
    if (!id) return
    const when = When.safeParse(entry.data).data?.when ?? entry.at
    await saveLife(tx, id, { [part]: when })
  }

export const listeners = {
  'gathering.began': heard('opened_at'),
  'gathering.ended': heard('ended_at'),
  'person.erased': async (tx: Transaction, entry: Entry): Promise<void> => {
    const person = /^person:per_(\w+)$/.exec(entry.topic)?.[1]
    if (person) await forgetPerson(tx, `per_${person}`)
  },
  'circle.closed': bequeathGatherings,
  'person.merged': (tx: Transaction, { data }: Entry): Promise<void> =>
    handCallsOver(tx, handingIn(data)),
}
