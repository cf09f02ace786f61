/** Who a caller is in a gathering. */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { guestOf } from '#slices/people/index.ts'
import { gatheringIn } from '../rules/place.ts'
import type { Who } from '../rules/call.ts'

/** The person or guest that a caller is in a gathering, and in every group of it; null for a stranger. */
export async function whoIs(db: Reader, caller: Caller, gathering: string): Promise<Who | null> {
  if (caller.person) return caller.person
  return (await guestOf(db, gatheringIn(gathering), caller.browser))?.id ?? null
}
