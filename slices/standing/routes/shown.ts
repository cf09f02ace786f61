/** How evidence, claims and lines are shown. */
import type { Reader } from '#kernel/database.ts'
import type { Output } from '#kernel/operation.ts'
import type { CircleId, MemberId } from '#slices/circles/index.ts'
import { dayAt, type DayCount } from '../rules/days.ts'
import type { DutiesPart } from '../rules/duty.ts'
import { type Line } from '../rules/explain.ts'
import { lineText, quantityText, type Telling } from '../rules/explain-text.ts'
import { knowsHardship } from '../rules/hardship.ts'
import { dutyName } from '../rules/prose.ts'
import type { readStanding } from '../api/standing.ts'
import type { Claim } from '../store/claims.ts'
import type { Evidence } from '../store/evidence.ts'
import { requestsOf } from '../store/excuses.ts'
import { memberNames } from '../store/telling.ts'

type Shown = Output<typeof readStanding>

export const dayOrNull = (day: DayCount | null) => (day === null ? null : dayAt(day))

export function lineShown(line: Line, telling: Telling): Shown['lines'][number] {
  const { key, state, version, cite, due, late, owed, missing } = line
  const text = lineText(line, telling)
  return {
    key,
    state,
    version,
    cite,
    title: text.title,
    said: text.state,
    owed: text.owed,
    found: text.found,
    missing: text.missing,
    next: text.next,
    due: dayOrNull(due),
    late: dayOrNull(late),
    owes: owed,
    lacks: missing,
  }
}

/** Evidence with the names of who acknowledged it. */
export async function evidenceShown(
  db: Reader,
  all: readonly Evidence[],
  { say }: Pick<Telling, 'say'>,
): Promise<Shown['evidence']> {
  const names = await memberNames(
    db,
    all.flatMap(({ by }) => by ?? []),
  )
  return all.map(({ id, unit, amount, happened, known, source, by, corrects, note }) => ({
    id,
    text: quantityText({ unit, amount }, say),
    unit,
    amount,
    happened,
    known,
    source,
    by: by === null ? null : (names.get(by) ?? null),
    corrects,
    note,
  }))
}

export async function claimsShown(
  db: Reader,
  all: readonly Claim[],
  { say }: Pick<Telling, 'say'>,
): Promise<Shown['claims']> {
  const names = await memberNames(
    db,
    all.map(({ member }) => member),
  )
  return all.map(({ id, member, unit, amount, happened, said, answer, why }) => ({
    id,
    member,
    name: names.get(member) ?? '',
    text: quantityText({ unit, amount }, say),
    happened,
    said,
    answer,
    why,
  }))
}

/** What a member asked for in hardship, and what was answered. */
export async function hardshipShown(
  db: Reader,
  { circle, member }: { circle: CircleId; member: MemberId },
  part: DutiesPart,
  { say }: Pick<Telling, 'say'>,
): Promise<Shown['hardship']> {
  const requests = await requestsOf(db, circle, member)
  const names = await memberNames(
    db,
    requests.flatMap(({ answered_by: by }) => by ?? []),
  )
  const nameOf = (key: string) => dutyName(part.duties, key, say)
  const open = part.exemptions.filter(({ for: who }) => who.kind === 'hardship')
  const all = open.some(({ duties }) => duties.length === 0)
  const keys = part.duties
    .map(({ key }) => key)
    .filter((key) => all || open.some(({ duties }) => duties.includes(key)))
  return {
    known: knowsHardship(part),
    duties: keys.map((key) => ({ key, name: nameOf(key) })),
    requests: requests.map(({ id, duty, until, said, answer, why, answered_by: by }) => ({
      id,
      duty: duty === null ? null : nameOf(duty),
      until,
      said,
      answer,
      why,
      by: by === null ? null : (names.get(by) ?? null),
    })),
  }
}
