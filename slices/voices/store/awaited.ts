/** Who may stand by for a room that has not opened; each later slice answers for its own rooms. */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'

/** Who goes into a room when it opens, by who they are; nobody of a room that is not its own. */
export type Awaited = (db: Reader, room: string) => Promise<readonly string[]>

export const awaiteds = port<Awaited>('who is to go into a room that has not opened')

/** All that are awaited in a room. */
export async function awaitedIn(db: Reader, room: string): Promise<readonly string[]> {
  const answers = await Promise.all(awaiteds.all().map(([, ask]) => ask(db, room)))
  return answers.flat()
}
