/** Where nothing may be recorded: each later slice says so for its own (a sealed gathering). */
import type { Reader } from '#kernel/database.ts'
import { port } from '#kernel/port.ts'
import type { Hindrance } from '../rules/recording.ts'

/** The name of the refusal with which a gathering may not be recorded; null: it may. */
export type Hindering = (db: Reader, gathering: string) => Promise<Hindrance>

export const hindrances = port<Hindering>('why a gathering may not be recorded')

/** The first that is in the way. */
export async function hindranceOf(db: Reader, gathering: string): Promise<Hindrance> {
  for (const [, ask] of hindrances.all()) {
    const why = await ask(db, gathering)
    if (why !== null) return why
  }
  return null
}
