/** Where nothing may be recorded: a sealed gathering, whose sound the hall could not open anyway. */
import type { Reader } from '#kernel/database.ts'
import { isSealed } from '#slices/voices/index.ts'
import type { Hindrance } from '../rules/recording.ts'

/** The name of the refusal with which a gathering may not be recorded; null: it may. */
export async function hindranceOf(db: Reader, gathering: string): Promise<Hindrance> {
  return (await isSealed(db, gathering)) ? 'recording-sealed' : null
}
