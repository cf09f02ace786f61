/** What a proposal that is made of a poll begins with: its title, what was said, the way back. */
import type { Reader } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import { isMember } from '#slices/circles/index.ts'
import type { Beginning } from '#slices/decisions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { pollOf } from './polls.ts'

const PollId = idOf('pll', 'a poll')

export async function pollBeginning(
  db: Reader,
  person: PersonId,
  { ref, origin }: { ref: string; origin: string },
): Promise<Beginning | null> {
  const id = PollId.safeParse(ref)
  const poll = id.success ? await pollOf(db, id.data) : undefined
  if (!poll || poll.withdrawn_at !== null) return null
  const { circle, title, words, summary, thread } = poll
  if (!(await isMember(db, person, circle))) return null
  const question = [summary ?? words, `${origin}/polls/${poll.id}`].filter(Boolean).join('\n\n')
  return { circle, title, question, thread }
}
