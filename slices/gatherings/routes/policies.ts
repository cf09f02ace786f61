/** Who may, in words. */
import type { Reader as Db } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import type { Policy } from '#kernel/slice.ts'
import { maySee, mayShape, type Reader } from '../rules/access.ts'
import { headingOf } from '../store/gatherings.ts'
import { readerOf } from '../store/readers.ts'

function policy(
  sentence: string,
  rule: (access: 'public' | 'members' | 'invited', who: Reader) => boolean,
): Policy {
  return {
    sentence,
    async allows(db: Db, caller: Caller, params) {
      const gathering = await headingOf(db, params['gathering'] ?? '')
      if (!gathering) return { refused: 'not-found' }
      const who = await readerOf(db, gathering, caller)
      if (!maySee(gathering.access, who)) return { refused: 'not-found' }
      return rule(gathering.access, who)
    },
  }
}

export const policies: Record<string, Policy> = {
  'sees-gathering': policy('Whoever is signed in and may see this gathering.', maySee),
  'shapes-gathering': policy(
    'Who called this gathering, its facilitators, and those who facilitate its circle.',
    (_access, who) => mayShape(who),
  ),
}
