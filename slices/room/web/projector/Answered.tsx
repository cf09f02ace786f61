/** The poll of the item that runs: its question, and its results as soon as all may see them. */
import { Plural } from '@lingui/react/macro'
import { itemNow } from '../../rules/glance.ts'
import type { Poll, Room } from '../../rules/state.ts'
import { resultsOf } from '../../rules/tally.ts'
import { PollResults } from '../PollResults.tsx'
import { useRoom } from '../useRoom.ts'

/** The last one that was asked: open, or of the item that runs. */
function lastOf(room: Room): Poll | null {
  const last = room.polls.at(-1)
  if (!last || room.endedAt !== null) return null
  return !last.closedAt || last.item === (itemNow(room)?.id ?? null) ? last : null
}

export function Answered() {
  const poll = useRoom(lastOf)
  if (!poll) return null
  const results = resultsOf(poll)
  return (
    <section aria-labelledby="poll-title">
      <h2 id="poll-title" dir="auto">
        {poll.question}
      </h2>
      {results && results.answers > 0 && <PollResults poll={poll} tally={results} />}
      <p className="kind">
        <Plural
          value={poll.answered.length}
          _0="Nobody has answered yet."
          one="# person has answered."
          other="# people have answered."
        />
      </p>
    </section>
  )
}
