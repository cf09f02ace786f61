/** What roles hold of a person: for whoever takes all that the hall holds of them. */
import { isIdOf } from '#kernel/ids.ts'
import type { Reader } from '#kernel/database.ts'
import { type Handover, handoversOf } from './handovers.ts'
import { reading, type Tables } from './tables.ts'
import { termsOfPerson, type TermRow } from './terms.ts'

type Own = {
  terms: TermRow[]
  handovers: Handover[]
  wishes: Tables['role_wishes'][]
  skips: Tables['role_skips'][]
  swaps: Tables['role_swaps'][]
}

const isPerson = isIdOf('per')

/** Their terms with the notes they left, what they wish for, and turns passed over or swapped. */
export async function ownRoles(db: Reader, whos: readonly string[]): Promise<Own[]> {
  const person = whos.find(isPerson)
  if (!person) return []
  const own = reading(db)
  const terms = await termsOfPerson(db, person)
  const [handovers, wishes, skips, swaps] = await Promise.all([
    handoversOf(
      db,
      terms.map(({ id }) => id),
    ),
    own.selectFrom('role_wishes').selectAll().where('person', '=', person).execute(),
    own.selectFrom('role_skips').selectAll().where('person', '=', person).execute(),
    own
      .selectFrom('role_swaps')
      .selectAll()
      .where((eb) => eb.or([eb('first', '=', person), eb('second', '=', person)]))
      .execute(),
  ])
  return [{ terms, handovers, wishes, skips, swaps }]
}
