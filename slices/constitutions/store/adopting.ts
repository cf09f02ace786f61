/** Proposing and adopting a version, with the numbers that its sentences keep. */
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import { wordsIn } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Day } from '../rules/adopting.ts'
import { findingsIn, mayStand, proseOf, wholeParts } from '../rules/document.ts'
import { newNumbers } from '../rules/numbers.ts'
import type { Parts } from '../rules/section.ts'
import { beginDue } from './beginning.ts'
import { beginVersion, type By, lockConstitution, replaceDraft, sha256Of } from './making.ts'
import { allSections } from './sections.ts'
import { situationOf } from './situation.ts'
import { topicOf, type VersionId, writing } from './tables.ts'
import { numbersOf, openVersion, todayIn, type Version } from './versions.ts'

const { say } = wordsIn('en')

/** Law 3: refuses `rules-unsound` with what is wrong; answers the parts as their schemas give them. */
export async function soundParts(
  tx: Transaction,
  circle: CircleId,
  parts: Parts,
  words = say,
): Promise<Parts> {
  const situation = await situationOf(tx, circle, parts)
  const findings = findingsIn(allSections(), parts, words, situation)
  const whole = wholeParts(allSections(), parts)
  if (whole && mayStand(findings)) return whole
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ section, path, sentence }) => ({
      path: [section, path].filter(Boolean).join('.'),
      message: sentence,
    }))
  throw new Refused('rules-unsound', { errors, first: errors[0]?.message ?? '' })
}

/** Gives every sentence of a document its number for good. */
async function giveNumbers(tx: Transaction, circle: CircleId, parts: Parts): Promise<void> {
  const prose = proseOf(allSections(), parts, say, await numbersOf(tx, circle))
  const given = newNumbers(prose)
  if (given.length === 0) return
  await writing(tx)
    .insertInto('constitution_numbers')
    .values(given.map((one) => ({ ...one, circle })))
    .execute()
}

export type Proposal = { day: Day; why: string }

/** Puts the draft forward with its day; its sentences get their numbers. */
export async function proposeVersion(
  tx: Transaction,
  draft: Version,
  { day, why }: Proposal,
  { by, now }: By,
): Promise<void> {
  await giveNumbers(tx, draft.circle, draft.parts)
  await writing(tx)
    .updateTable('constitution_versions')
    .set({ state: 'proposed', day, why, proposed_by: by, proposed_at: now, changed_at: now })
    .where('id', '=', draft.id)
    .execute()
  const data = { version: draft.id, day }
  await note(tx, topicOf(draft.circle), [{ kind: 'constitution.proposed', data }], {
    now,
    actor: by,
  })
}

/** Makes a proposed version a draft again. */
export async function takeBack(tx: Transaction, open: Version, { by, now }: By): Promise<void> {
  await writing(tx)
    .updateTable('constitution_versions')
    .set({ state: 'draft', proposed_by: null, proposed_at: null, changed_at: now })
    .where('id', '=', open.id)
    .execute()
  const data = { version: open.id }
  await note(tx, topicOf(open.circle), [{ kind: 'constitution.taken-back', data }], {
    now,
    actor: by,
  })
}

export type Adopters = {
  day: Day
  adopters: readonly PersonId[]
  /** The decision of members that adopts it. */
  decidedBy?: string
}

/**
 * Adopts the open version of a circle from a day on: by its stewards, or by a decision. Refuses
 * `nothing-proposed`, `day-passed`, `rules-unsound`. Answers its number.
 */
export async function adoptVersion(
  tx: Transaction,
  circle: CircleId,
  { day, adopters, decidedBy }: Adopters,
  { by, now }: By,
): Promise<number> {
  const open = await lockConstitution(tx, circle)
  if (!open) throw new Refused('nothing-proposed')
  const today = await todayIn(tx, now)
  if (day < today) throw new Refused('day-passed', { day, today })
  const parts = await soundParts(tx, circle, open.parts)
  await giveNumbers(tx, circle, parts)
  const own = writing(tx)
  const { last_number: number } = await own
    .updateTable('constitutions')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('circle', '=', circle)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  const sha256 = sha256Of(parts)
  await own
    .updateTable('constitution_versions')
    .set({
      state: 'adopted',
      number,
      day,
      parts: JSON.stringify(parts),
      sha256,
      adopted_at: now,
      changed_at: now,
      decided_by: decidedBy ?? null,
    })
    .where('id', '=', open.id)
    .execute()
  if (adopters.length > 0)
    await own
      .insertInto('constitution_adopters')
      .values([...new Set(adopters)].map((person) => ({ version: open.id, person, at: now })))
      .execute()
  const voted = decidedBy === undefined ? {} : { decision: decidedBy }
  const data = { version: open.id, number, day, sha256, adopters: [...new Set(adopters)], ...voted }
  await note(tx, topicOf(circle), [{ kind: 'constitution.adopted', data }], { now, actor: by })
  await beginDue(tx, circle, now)
  return number
}

export type Ready = { parts: Parts; day: Day; why?: string }

/** Adopts a document at once, in the place of what was in the making: for a new hall, and a demo. */
export async function adoptParts(
  tx: Transaction,
  circle: CircleId,
  { parts, day, why = '' }: Ready,
  by: By,
): Promise<VersionId> {
  const open = await openVersion(tx, circle)
  if (open) await replaceDraft(tx, open, parts, by)
  const id = open?.id ?? (await beginVersion(tx, circle, parts, by))
  await writing(tx).updateTable('constitution_versions').set({ why }).where('id', '=', id).execute()
  await adoptVersion(tx, circle, { day, adopters: by.by ? [by.by] : [] }, by)
  return id
}
