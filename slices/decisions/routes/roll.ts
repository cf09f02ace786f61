/** The roll as a page: a draft that can be contested, then frozen. */
import type { Reader } from '#kernel/database.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { plain } from '#kernel/text.ts'
import { delegatesOf, isSteward } from '#slices/circles/index.ts'
import { readRoll } from '../api/reading.ts'
import type { Line } from '../rules/life/roll.ts'
import { rollRows, speaksFor } from '../store/ballots.ts'
import { textOf } from '../store/decisions.ts'
import { proxiesOf } from '../store/proxies.ts'
import { contestsOf } from '../store/support.ts'
import type { Contest, Decision } from '../store/tables.ts'
import { rollNow } from './draft.ts'
import { ruledBy } from './reading.ts'
import { decisionAt, isCircle, isPerson, shownEntry, tellingOf, type Telling } from './shown.ts'

const PAGE = 100

type Reading = Call<typeof readRoll>
type Row = Line & { voted: boolean | null }

async function rowsOf(call: Reading, decision: Decision): Promise<Row[]> {
  const { db } = call
  if (decision.opened_at === null)
    return (await rollNow(call, decision)).map((line) => ({ ...line, voted: null }))
  // Who took a paper shows at once, so that a paper taken in somebody's name is seen while it matters.
  const over = decision.state !== 'open' || decision.ruling?.kind.secrecy === 'secret'
  const rows = await rollRows(db, decision.id)
  return rows.map((row) => ({ ...row, voted: over && row.votes ? row.voted_at !== null : null }))
}

/** Who speaks now for the co-ops on it. */
async function voicesOf(db: Reader, { circle }: Decision, now: string) {
  const sent = await delegatesOf(db, { circle }, now)
  return Map.groupBy(sent, ({ body }) => body as string)
}

function shownContest(one: Contest, { nameOf }: Telling) {
  const { id, member, by, says, at, answer, reason, answered_by } = one
  return {
    contest: id,
    member,
    name: nameOf(member),
    by: nameOf(by),
    says,
    at,
    answer,
    reason,
    answeredBy: answered_by && nameOf(answered_by),
  }
}

const read = serve(readRoll, async (call) => {
  const { db, params, query, caller, now } = call
  const decision = await decisionAt(db, params.decision)
  const [rows, voices, contests, text, ruled, steward, asked] = await Promise.all([
    rowsOf(call, decision),
    voicesOf(db, decision, now),
    contestsOf(db, decision.id),
    textOf(db, decision),
    ruledBy(call, decision),
    isSteward(db, caller.person, decision.circle),
    proxiesOf(db, decision, now),
  ])
  const { circle } = decision
  const mine = caller.person ? await speaksFor(db, { circle, person: caller.person, now }) : []
  const telling = await tellingOf(call, decision, ruled.classes, [
    ...rows.map(({ member }) => member),
    ...[...voices.values()].flat().map(({ person }) => person),
    ...contests.flatMap(({ member, by, answered_by }) => [member, by, answered_by ?? by]),
  ])
  const holders = new Map<string, string>(
    asked.map(({ giver, holder }) => [giver, telling.nameOf(holder)]),
  )
  const words = plain(query.words ?? '')
  const order = new Intl.Collator(caller.locale)
  const found = rows
    .filter(
      ({ member, votes }) =>
        (query.votes === undefined || votes === (query.votes === 'true')) &&
        plain(telling.nameOf(member)).includes(words),
    )
    .toSorted(
      (a, b) =>
        order.compare(telling.nameOf(a.member), telling.nameOf(b.member)) ||
        (a.member < b.member ? -1 : 1),
    )
  const from = query.after ? found.findIndex(({ member }) => member === query.after) + 1 : 0
  const page = found.slice(from, from + PAGE)
  const last = page.at(-1)?.member ?? ''
  const on = rows.filter(({ votes }) => votes).length
  return {
    title: text.title,
    frozenAt: decision.opened_at,
    sha256: decision.roll_sha256,
    contestable: decision.state === 'talk',
    secret: ruled.kind?.secrecy === 'secret',
    opensAt: decision.opens_at,
    on,
    off: rows.length - on,
    lines: page.map((row) => {
      const own = mine.includes(row.member)
      return {
        ...shownEntry(row, own, telling),
        delegates: (voices.get(row.member) ?? []).map(({ person }) => telling.nameOf(person)),
        mine: own,
        voted: row.voted,
        proxy: holders.get(row.member) ?? null,
      }
    }),
    next: from + PAGE < found.length && (isPerson(last) || isCircle(last)) ? last : null,
    contests: contests.map((one) => shownContest(one, telling)),
    steward,
  }
})

export const rollServings = [read]
