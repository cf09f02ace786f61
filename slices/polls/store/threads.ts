/** The thread that a poll was asked out of is told that it was, and when it ends. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import { tellThread } from '#slices/threads/index.ts'
import { pollOf } from './polls.ts'

const Topic = z.templateLiteral(['poll:', idOf('pll', 'a poll')])

export async function tellItsThread(tx: Transaction, entry: Entry): Promise<void> {
  const topic = Topic.safeParse(entry.topic)
  if (!topic.success) return
  const poll = await pollOf(tx, `pll_${topic.data.slice('poll:pll_'.length)}`)
  if (!poll?.thread) return
  const kind = entry.kind === 'poll.asked' ? 'thread.polled' : 'thread.poll-ended'
  const data = { poll: poll.id, title: poll.title }
  await tellThread(tx, poll.thread, { kind, data }, { actor: entry.actor, now: entry.at })
}
