/** Who may send beside those whom the shape lets speak; each later slice answers for its own. */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Source } from '../rules/voices.ts'

/** What these may send in the call of a gathering, by who they are. */
export type MoreSending = (
  db: Reader,
  gathering: string,
) => Promise<ReadonlyMap<string, readonly Source[]>>

export const moreSendings = port<MoreSending>('who else may send sound and picture')

/** All that is answered for a gathering. */
export async function moreSendingIn(db: Reader, gathering: string) {
  const answers = await Promise.all(moreSendings.all().map(([, ask]) => ask(db, gathering)))
  return (who: string): readonly Source[] => answers.flatMap((answer) => answer.get(who) ?? [])
}
