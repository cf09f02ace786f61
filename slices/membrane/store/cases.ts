/** Who is who in a case, and what those say who decide on it. */
import { isIdOf } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { isSteward, type MemberId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Decides } from '../rules/ways.ts'
import { decidersOf, decidesOn } from './deciding.ts'
import type { ExclusionRow } from './leaving.ts'
import { rulesOf } from './rules.ts'
import { type ExclusionId, reading, type Tables, writing } from './tables.ts'

const isBody = isIdOf('cir')
const STEWARDS: Decides = { kind: 'role', role: 'steward' }

/** Whether a case is about somebody: themselves, or the co-op of which they are a steward. */
export async function isAbout(
  db: Reader,
  person: PersonId | null,
  member: MemberId,
): Promise<boolean> {
  if (person === null) return false
  return isBody(member) ? isSteward(db, person, member) : member === person
}

type Of = Pick<ExclusionRow, 'circle' | 'member' | 'opened_by'>

async function asking(db: Reader, { circle }: Of, now: Instant) {
  const { ways } = await rulesOf(db, circle, now)
  return { circle, by: ways.exclusion?.decides ?? STEWARDS, now }
}

/** Whether somebody decides on a case by the rules that hold now. */
export async function decidesCase(
  db: Reader,
  person: PersonId | null,
  one: Of,
  now: Instant,
): Promise<boolean> {
  return decidesOn(db, person, await asking(db, one, now))
}

/** How many decide beside whom it is about and who opened it; whether they do so together. */
export async function othersWhoDecide(db: Reader, one: Of, now: Instant) {
  const asked = await asking(db, one, now)
  const deciders = await decidersOf(db, asked)
  const others = deciders.filter((person) => person !== one.member && person !== one.opened_by)
  return { deciders, others: others.length, together: asked.by.kind === 'circle' }
}

export type Voice = Tables['exclusion_voices']

export async function voicesIn(db: Reader, exclusion: ExclusionId): Promise<Voice[]> {
  return reading(db)
    .selectFrom('exclusion_voices')
    .selectAll()
    .where('exclusion', '=', exclusion)
    .orderBy('at')
    .execute()
}

/** What somebody says last counts. */
export async function keepVoice(tx: Transaction, voice: Voice): Promise<void> {
  const { is_out, text, at } = voice
  await writing(tx)
    .insertInto('exclusion_voices')
    .values(voice)
    .onConflict((oc) => oc.columns(['exclusion', 'person']).doUpdateSet({ is_out, text, at }))
    .execute()
}
