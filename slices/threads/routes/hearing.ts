/** News that threads hear: who is erased or merged, circles that close, files that come and go. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { handOver } from '#kernel/handing-over.ts'
import { type Entry, note } from '#kernel/record.ts'
import { handingIn } from '#slices/people/index.ts'
import { bequeathThreads } from '../store/bequest.ts'
import { commentOf } from '../store/comments.ts'
import { eraseWords } from '../store/erasing.ts'
import { OWNED } from '../store/merging.ts'
import { topicOf } from '../store/tables.ts'

type Heard = (tx: Transaction, entry: Entry) => Promise<void>

const Erased = z.object({ person: z.string(), guests: z.array(z.string()).default([]) })

const erased: Heard = async (tx, { at, data }) => {
  const { person, guests } = Erased.parse(data)
  await eraseWords(tx, [person, ...guests], at)
}

/** Whoever reads the thread hears that a comment has other files. */
const filed: Heard = async (tx, { topic, at, actor }) => {
  const id = /^files:comment:com_(\w+)$/.exec(topic)?.[1]
  const comment = id ? await commentOf(tx, `com_${id}`) : undefined
  if (!comment) return
  const facts = [{ kind: 'thread.filed', data: { comment: comment.id } }]
  await note(tx, topicOf(comment.thread), facts, { now: at, actor })
}

export const listeners: Record<string, Heard> = {
  'person.erased': erased,
  'person.merged': (tx, { data }) => handOver(tx, handingIn(data), OWNED),
  'circle.closed': bequeathThreads,
  'file.added': filed,
  'file.removed': filed,
}
