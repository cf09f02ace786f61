/** The roll of a decision that has not opened, as it would be now. */
import type { Call } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { askedFor, rollBeside } from '#slices/standing/index.ts'
import type { Line } from '../rules/life/roll.ts'
import { draftOf } from '../store/opening.ts'
import type { Decision } from '../store/tables.ts'

/** The draft of the roll as it is now, for what is talked about; nothing of a draft. */
export async function rollNow(
  { db, hall, caller, now }: Pick<Call, 'db' | 'hall' | 'caller' | 'now'>,
  decision: Decision,
): Promise<Line[]> {
  return (await draftNow({ db, hall, caller, now }, decision))?.roll ?? []
}

export async function draftNow(
  { db, hall, caller, now }: Pick<Call, 'db' | 'hall' | 'caller' | 'now'>,
  decision: Decision,
) {
  const lines = await rollBeside(hall, decision.circle, await askedFor(db, now))
  return draftOf(db, decision, lines, { now, words: wordsIn(caller.locale) })
}
