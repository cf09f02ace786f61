/** News that polls hear: who is erased or merged, circles that close; and their own, for their thread. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import { handingIn } from '#slices/people/index.ts'
import { bequeathPolls } from '../store/bequest.ts'
import { eraseAnswers } from '../store/erasing.ts'
import { handPollsOver } from '../store/merging.ts'
import { tellItsThread } from '../store/threads.ts'

const Erased = z.object({ person: idOf('per', 'a person') })

export const listeners: Record<string, (tx: Transaction, entry: Entry) => Promise<void>> = {
  'person.erased': (tx, { data }) => eraseAnswers(tx, Erased.parse(data).person),
  'person.merged': (tx, { data }) => handPollsOver(tx, handingIn(data)),
  'circle.closed': bequeathPolls,
  'poll.asked': tellItsThread,
  'poll.closed': tellItsThread,
  'poll.withdrawn': tellItsThread,
}
