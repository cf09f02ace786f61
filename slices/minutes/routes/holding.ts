/** Minutes held while a change is made, and who makes it. */
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import type { Call } from '#kernel/serve.ts'
import { holdMinutes, type Kept } from '../store/minutes.ts'
import { facilitates, openMinutes, type Opened } from './opened.ts'

type Changing = Pick<Call, 'db' | 'caller' | 'now' | 'transact'> & { params: { minutes: string } }

export type Held = { tx: Transaction; kept: Kept; opened: Opened; me: string }

/** Changes minutes while nobody else does; `me` is who of them the caller is. */
export async function holding<T>(call: Changing, work: (held: Held) => Promise<T>): Promise<T> {
  const opened = await openMinutes(call.db, call.caller, call.params.minutes)
  return call.transact(async (tx) => {
    const kept = await holdMinutes(tx, opened.kept.id)
    if (!kept) throw new Refused('not-found')
    return work({ tx, kept, opened, me: opened.me ?? 'nobody' })
  })
}

export function insistFacilitator({ kept, opened }: Held): void {
  if (!facilitates(kept, opened.standing)) throw new Refused('only-who-facilitated')
}
