/** Who may, in words, as far as polls know. */
import type { Reader } from '#kernel/database.ts'
import type { Policy } from '#kernel/slice.ts'
import { isMember, isSteward } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { PollId } from '../api/shapes.ts'
import { pollOf } from '../store/polls.ts'
import type { Poll } from '../store/tables.ts'

/** Law 1 of rules/poll.ts. */
export async function readsPoll(
  db: Reader,
  person: PersonId | null,
  { circle }: Pick<Poll, 'circle'>,
): Promise<boolean> {
  return (await isMember(db, person, circle)) || isSteward(db, person, circle)
}

/** Law 2 of rules/poll.ts. */
export async function keepsPoll(
  db: Reader,
  person: PersonId | null,
  { circle, made_by }: Pick<Poll, 'circle' | 'made_by'>,
): Promise<boolean> {
  return person === made_by || isSteward(db, person, circle)
}

type Asked = (db: Reader, person: PersonId, poll: Poll) => Promise<boolean>

/** Whoever does not read a poll is told that there is none. */
function policy(sentence: string, allows: Asked): Policy {
  return {
    sentence,
    async allows(db, { person }, params) {
      if (person === null) return false
      const id = PollId.safeParse(params['poll'])
      const poll = id.success ? await pollOf(db, id.data) : undefined
      if (!poll || !(await readsPoll(db, person, poll))) return { refused: 'not-found' }
      return allows(db, person, poll)
    },
  }
}

export const policies: Record<string, Policy> = {
  'reads-poll': policy('Members of its circle, delegates there, its stewards.', async () => true),
  'keeps-poll': policy('Whoever asked it, and the stewards of its circle.', keepsPoll),
}
