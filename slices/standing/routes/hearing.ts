/** News that standing hears: a gathering is over, a guest is known, somebody is erased. */
import type { Transaction } from '#kernel/database.ts'
import type { Entry } from '#kernel/record.ts'
import { handingIn } from '#slices/people/index.ts'
import { hearEnd, hearRecognised } from '../store/attending.ts'
import { forgetIn } from '../store/forgetting.ts'
import { handEvidenceOver } from '../store/merging.ts'

export const listeners = {
  'gathering.ended': hearEnd,
  'room.recognised': hearRecognised,
  'person.erased': async (tx: Transaction, entry: Entry): Promise<void> => {
    const person = /^person:per_(\w+)$/.exec(entry.topic)?.[1]
    if (person) await forgetIn(tx, `per_${person}`)
  },
  'person.merged': (tx: Transaction, { data }: Entry): Promise<void> =>
    handEvidenceOver(tx, handingIn(data)),
}
