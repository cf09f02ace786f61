/** How terms end, and what is handed over. */
import { meIn } from '#kernel/session.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { namesOf } from '#slices/people/index.ts'
import * as api from '../api/roles.ts'
import { acknowledge, handoversOf, writeHandover } from '../store/handovers.ts'
import { rulingIn } from '../store/ruling.ts'
import type { TermId } from '../store/tables.ts'
import * as terms from '../store/terms.ts'
import { followUp } from '../timers/following.ts'
import { endKept } from '../timers/keeping.ts'
import { shownTerm } from './shown.ts'

/** A term of this circle; refuses `not-found`. */
async function termIn(
  db: Call['db'] | Transaction,
  { circle, term }: { circle: string; term: TermId },
): Promise<terms.TermRow> {
  const row = await terms.termOf(db, term)
  if (!row || row.circle !== circle) throw new Refused('not-found')
  return row
}

async function endNow(tx: Transaction, call: Call<typeof api.endTerm>): Promise<void> {
  const { params, now, body } = call
  const me = meIn(call.caller)
  const row = await termIn(tx, params)
  await terms.holdRole(tx, row)
  if (row.ended_at !== null) throw new Refused('role-term-over')
  const ruling = await rulingIn(tx, row.circle, now)
  const rule = ruling.rules.find(({ key }) => key === row.role)
  const own = row.person === me
  if (!own) {
    if (!ruling.stewards.has(me)) throw new Refused('not-allowed')
    if (rule?.recall === 'none') throw new Refused('no-recall', { role: rule.name })
    if (body.reason === '') throw new Refused('reason-missing')
  }
  const why = own ? ('handed-on' as const) : ('recalled' as const)
  const ended = await endKept(tx, row, { why, reason: body.reason || null }, { by: me, now })
  if (!ended) throw new Refused('last-steward')
  await followUp(tx, row, { early: true }, now)
}

export const endingServings = [
  serve(api.endTerm, async (call) => {
    await call.transact((tx) => endNow(tx, call))
    return {}
  }),
  serve(api.writeHandover, async (call) => {
    const { params, now, body } = call
    const me = meIn(call.caller)
    await call.transact(async (tx) => {
      const row = await termIn(tx, params)
      if (row.person !== me) throw new Refused('not-held')
      await writeHandover(tx, row, body.text, { by: me, now })
    })
    return {}
  }),
  serve(api.readHandover, async (call) => {
    const { params, now } = call
    const me = meIn(call.caller)
    await call.transact(async (tx) => {
      const row = await termIn(tx, params)
      const all = await terms.termsOf(tx, row)
      const follows = all.some(
        ({ id, person, from }) => person === me && id !== row.id && from >= row.from,
      )
      if (!follows) throw new Refused('not-held')
      const [written] = await handoversOf(tx, [row.id])
      if (!written) throw new Refused('no-handover')
      await acknowledge(tx, row, { by: me, now })
    })
    return {}
  }),
  serve(api.readTerm, async ({ db, params }) => {
    const row = await termIn(db, params)
    const [handover] = await handoversOf(db, [row.id])
    const names = await namesOf(db, [row.person, handover?.read_by ?? row.person])
    return {
      ...shownTerm(row, names, []),
      handover: handover
        ? {
            text: handover.text,
            written: handover.written_at,
            readBy: handover.read_by ? (names.get(handover.read_by)?.name ?? null) : null,
            read: handover.read_at,
          }
        : null,
    }
  }),
]
