/** What a proposal waits for, and its opening: everything that is fixed then, in one transaction. */
import { randomInt } from 'node:crypto'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { Words } from '#kernel/words.ts'
import type { RollLine } from '#slices/standing/index.ts'
import { hashOfRoll } from '../rules/count/publication.ts'
import type { Ruling } from '../rules/count/ruling.ts'
import { daysLater } from '../rules/life/days.ts'
import { type Waiting, waitsFor } from '../rules/life/life.ts'
import { type Line, rollFor } from '../rules/life/roll.ts'
import { choosesOptions, type Method } from '../rules/kinds/kind.ts'
import { writeRoll } from './ballots.ts'
import { textOf } from './decisions.ts'
import { type Kinds, kindsIn, rulingOf } from './kinds.ts'
import { answersIn, contestsOf, supportersOf } from './support.ts'
import { type Decision, topicOf, writing } from './tables.ts'

/** For what a proposal in talk waits; empty when it may open now. */
export async function waitingFor(
  db: Reader,
  decision: Decision,
  { now, words }: { now: Instant; words: Words },
): Promise<Waiting[]> {
  const [kinds, supporters, contests] = await Promise.all([
    kindsIn(db, decision.circle, now, words),
    supportersOf(db, decision.id, decision.text),
    contestsOf(db, decision.id),
  ])
  return waitsFor({
    kind: kinds?.kinds.find(({ key }) => key === decision.kind) ?? null,
    opensAt: decision.opens_at ?? now,
    urgent: decision.urgent,
    supporters: supporters.filter((person) => person !== decision.made_by).length,
    contests: contests.filter(({ answer }) => answer === null).length,
    now,
  })
}

/** The roll as it would be now: a draft until the opening. */
export async function draftRoll(
  db: Reader,
  decision: Decision,
  lines: readonly RollLine[],
  { now, words }: { now: Instant; words: Words },
): Promise<Line[]> {
  const kinds = await kindsIn(db, decision.circle, now, words)
  const kind = kinds?.kinds.find(({ key }) => key === decision.kind)
  if (!kinds || !kind) return []
  const answers = answersIn(await contestsOf(db, decision.id))
  return rollFor(lines, rulingOf(kind, kinds.classes, lines), answers)
}

/** An order of options that nobody chose; null where no lot decides. */
function lotFor(method: Method, options: number): number[] | null {
  if (!choosesOptions(method) || method.ties !== 'lot') return null
  const left = Array.from({ length: options }, (_, index) => index + 1)
  return Array.from({ length: options }, () => left.splice(randomInt(left.length), 1)[0] ?? 1)
}

type Given = { lines: readonly RollLine[]; zone: string; now: Instant; words: Words }

/** Opens a decision that the transaction holds; answers for what it waits, empty when it is open. */
export async function openDecision(
  tx: Transaction,
  decision: Decision,
  { lines, zone, now, words }: Given,
): Promise<Waiting[]> {
  const { id, circle, open_days: days } = decision
  const kinds = await kindsIn(tx, circle, now, words)
  const kind = kinds?.kinds.find(({ key }) => key === decision.kind)
  const waits = await waitingFor(tx, decision, { now, words })
  if (waits.length > 0) return waits
  if (!kinds || !kind || days === null) return [{ for: 'kind' }]
  const ruling = rulingOf(kind, kinds.classes, lines)
  const roll = rollFor(lines, ruling, answersIn(await contestsOf(tx, id)))
  if (!roll.some(({ votes }) => votes)) return [{ for: 'voters' }]
  const closes = daysLater(now, days, zone)
  await fixOpening(tx, decision, { constitution: kinds.constitution, ruling, roll, closes, now })
  return []
}

type Fixed = {
  constitution: Kinds['constitution']
  ruling: Ruling
  roll: readonly Line[]
  closes: Instant
  now: Instant
}

/** Opens a decision that the transaction holds, with everything that stands from now on. */
export async function fixOpening(
  tx: Transaction,
  decision: Pick<Decision, 'id' | 'circle' | 'text'>,
  { constitution, ruling, roll, closes, now }: Fixed,
): Promise<void> {
  const { id, circle } = decision
  const voters = roll.filter(({ votes }) => votes)
  const { options } = await textOf(tx, decision)
  const lot = lotFor(ruling.kind.method, options.length)
  const rollHash = hashOfRoll(voters)
  await writeRoll(tx, id, roll)
  await writing(tx)
    .updateTable('decisions')
    .set({
      state: 'open',
      ruling: JSON.stringify(ruling),
      ruled_by: constitution.circle,
      ruled_version: constitution.number,
      lot: lot && JSON.stringify(lot),
      roll_sha256: rollHash,
      opened_at: now,
      closes_at: closes,
    })
    .where('id', '=', id)
    .execute()
  const data = { circle, decision: id, closes, roll: rollHash, voters: voters.length, lot }
  await note(tx, topicOf(id), [{ kind: 'decision.opened', data }], { now, actor: null })
}
