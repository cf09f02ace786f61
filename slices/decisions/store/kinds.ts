/** The kinds of decision that hold in a circle, and who may propose one. */
import { isIdOf } from '#kernel/ids.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import { type CircleId, classOf, delegatesOf, isSteward } from '#slices/circles/index.ts'
import {
  amendmentSection,
  type Constitution,
  constitutionOf,
  type Named,
  partOf,
} from '#slices/constitutions/index.ts'
import { type MemberClass, rulesOf } from '#slices/membrane/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { RollLine } from '#slices/standing/index.ts'
import { kindOfRules } from '../rules/kinds/changing-rules.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { kindsSection } from '../rules/kinds/section.ts'
import type { Ruling } from '../rules/count/ruling.ts'

export type Kinds = { constitution: Constitution; kinds: Kind[]; classes: MemberClass[] }

export const OF_RULES = /*i18n*/ { id: 'decisions.kind.rules', message: 'A change of these rules' }

/** Null where a circle has no rules: then nothing is decided there by vote. */
export async function kindsIn(
  db: Reader,
  circle: CircleId,
  now: Instant,
  { say }: Words,
): Promise<Kinds | null> {
  const constitution = await constitutionOf(db, circle, now)
  if (!constitution) return null
  const { kinds } = partOf(kindsSection, constitution)
  const { classes } = await rulesOf(db, circle, now)
  // A working circle lives by the rules around it and can't change them.
  const own = constitution.circle === circle && kinds.length > 0
  const ofRules = own ? [kindOfRules(partOf(amendmentSection, constitution), say(OF_RULES))] : []
  return { constitution, kinds: [...kinds, ...ofRules], classes }
}

/** The classes as prose names them. */
export function namedClasses(classes: readonly { key: string; name: string }[]): Named[] {
  return classes.map(({ key, name }) => ({ kind: 'class', key, name }))
}

/** The classes that vote on a kind; where rules name no classes, those that members are in. */
export function rulingOf(
  kind: Kind,
  classes: readonly MemberClass[],
  lines: readonly Pick<RollLine, 'class' | 'votes'>[],
): Ruling {
  const asked = ({ key }: { key: string }) => kind.voters.length === 0 || kind.voters.includes(key)
  if (classes.length > 0) {
    const voting = classes.filter((one) => one.rights.vote && asked(one))
    return { kind, classes: voting.map(({ key, name, weight }) => ({ key, name, weight })) }
  }
  const there = new Set(lines.flatMap((line) => (line.class === null ? [] : [line.class])))
  const voting = [...there].map((key) => ({ key, name: key, weight: 1 })).filter(asked)
  return { kind, classes: voting.toSorted((a, b) => (a.key < b.key ? -1 : 1)) }
}

type Proposing = { circle: CircleId; kind: Kind; classes: readonly MemberClass[] }

/** Whether somebody may move decisions of a kind in a circle: for themselves, or for a co-op. */
export async function mayMove(
  db: Reader,
  person: PersonId | null,
  { now, ...given }: Proposing & { now: Instant },
): Promise<boolean> {
  if (person === null) return false
  if (await mayPropose(db, person, given)) return true
  const sent = await delegatesOf(db, { circle: given.circle, person }, now)
  for (const { body } of sent) if (await mayAs(db, body, given)) return true
  return false
}

/** Whether somebody may propose decisions of a kind in a circle. */
export async function mayPropose(
  db: Reader,
  person: PersonId | null,
  given: Proposing,
): Promise<boolean> {
  if (person === null || !isIdOf('per')(person)) return false
  if (given.kind.opens === 'steward') return isSteward(db, person, given.circle)
  return mayAs(db, person, given)
}

async function mayAs(
  db: Reader,
  member: PersonId | CircleId,
  { circle, kind, classes }: Proposing,
): Promise<boolean> {
  if (kind.opens === 'steward') return false
  const inClass = await classOf(db, { circle, member })
  if (inClass === null) return false
  if (classes.length === 0) return true
  const rights = classes.find(({ key }) => key === inClass)?.rights
  if (kind.opens === 'propose') return rights?.propose ?? false
  return (rights?.vote ?? false) && (kind.voters.length === 0 || kind.voters.includes(inClass))
}
