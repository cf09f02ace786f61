/** My entry of the roll, those of co-ops I speak for and of members who asked me. */
import type { Call } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import type { readDecision } from '../api/reading.ts'
import type { Line, Through } from '../rules/life/roll.ts'
import { ballotOf, speaksFor } from '../store/ballots.ts'
import type { Ballot, Decision, RollRow } from '../store/tables.ts'
import { voicesIn } from '../store/voices.ts'
import { rollNow } from './draft.ts'
import { isCircle, shownEntry, tellingOf } from './shown.ts'

type Reading = Call<typeof readDecision>
type Mine = (Line | RollRow) & { through: Through }

/** The lines of the roll, frozen or as it would be now, for which somebody may speak. */
export async function myLines(
  call: Pick<Call, 'db' | 'hall' | 'caller' | 'now'>,
  decision: Decision,
): Promise<Mine[]> {
  const { db, now } = call
  const person = meIn(call.caller)
  if (decision.opened_at !== null) return voicesIn(db, decision, { person, now })
  const members = await speaksFor(db, { circle: decision.circle, person, now })
  const draft = await rollNow(call, decision)
  return draft
    .filter(({ member }) => members.includes(member))
    .map((line) => ({ ...line, through: isCircle(line.member) ? 'co-op' : 'self' }))
}

/** What a ballot says to whoever reads it as theirs; of a member's own vote their holder sees no more. */
const readable = (ballot: Ballot | null, through: Through): Ballot | null =>
  through === 'proxy' && ballot?.way !== 'proxy' ? null : ballot

/** The entries of the roll for which somebody may vote, with what is in the urn for them. */
export async function mineIn(
  call: Reading,
  decision: Decision,
  classes: readonly { key: string; name: string }[],
) {
  const lines = await myLines(call, decision)
  const ballots = await Promise.all(
    lines.map(({ member }) => ballotOf(call.db, decision.id, member)),
  )
  const by = ballots.flatMap((ballot) => (ballot ? [ballot.by] : []))
  const ids = [...lines.map(({ member }) => member), ...by]
  const telling = await tellingOf(call, decision, classes, ids)
  return lines.map((line, at) => {
    const cast = ballots[at] ?? null
    const ballot = readable(cast, line.through)
    return {
      ...shownEntry(line, true, telling),
      through: line.through,
      way: cast?.way ?? null,
      voted: 'voted_at' in line && line.voted_at !== null,
      ballot: ballot?.vote ?? null,
      said: ballot?.said ?? '',
      by: ballot ? { person: ballot.by, name: telling.nameOf(ballot.by) } : null,
      at: ballot?.at ?? null,
    }
  })
}
