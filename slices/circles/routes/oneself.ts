/** The person of a call. */
import { Refused } from '#kernel/problem.ts'
import type { Caller } from '#kernel/session.ts'
import type { PersonId } from '#slices/people/index.ts'

/** Who calls; refuses `sign-in-first` for nobody. */
export function meIn({ person }: Caller): PersonId {
  if (!person) throw new Refused('sign-in-first')
  return person
}
