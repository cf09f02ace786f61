/** What a proposal waits for, and its opening: everything that is fixed then, in one transaction. */
import { randomInt } from 'node:crypto'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import type { Words } from '#kernel/words.ts'
import type { RollLine } from '#slices/standing/index.ts'
import { hashOfKeys, hashOfRoll } from '../rules/count/publication.ts'
import type { Ruling } from '../rules/count/ruling.ts'
import { daysLater } from '../rules/life/days.ts'
import { holdsUp } from '../rules/consent/objections.ts'
import { type Waiting, waitsFor } from '../rules/life/life.ts'
import { type Line, rollFor } from '../rules/life/roll.ts'
import { choosesOptions, type Method } from '../rules/kinds/kind.ts'
import { type Group, groupsOf, LEAST_OF_GROUP, tooSmall } from '../rules/secret/groups.ts'
import { writeRoll } from './ballots.ts'
import { textOf } from './decisions.ts'
import { type KeyPair, type Keys, layUrn } from './keys.ts'
import { type Kinds, kindsIn, rulingOf } from './kinds.ts'
import { objectionsOf } from './objections.ts'
import { mostProxies } from './proxies.ts'
import { lookAt } from './subjects.ts'
import { answersIn, contestsOf, supportersOf } from './support.ts'
import { type Decision, topicOf, writing } from './tables.ts'

/** For what a proposal in talk waits; empty when it may open now. */
export async function waitingFor(
  db: Reader,
  decision: Decision,
  { now, words }: { now: Instant; words: Words },
): Promise<Waiting[]> {
  const [looked, kinds, supporters, contests, objections] = await Promise.all([
    lookAt(db, decision.id, { now, words }),
    kindsIn(db, decision.circle, now, words),
    supportersOf(db, decision.id, decision.text),
    contestsOf(db, decision.id),
    objectionsOf(db, decision.id),
  ])
  return waitsFor({
    kind: kinds?.kinds.find(({ key }) => key === decision.kind) ?? null,
    opensAt: decision.opens_at ?? now,
    urgent: decision.urgent,
    supporters: supporters.filter((person) => person !== decision.made_by).length,
    contests: contests.filter(({ answer }) => answer === null).length,
    objections: objections.filter(holdsUp).length,
    gone: looked !== null && (looked.look === null || looked.look.gone !== null),
    now,
  })
}

/** The roll as it would be now, and under which rules; null where these have no such kind. */
export async function draftOf(
  db: Reader,
  decision: Decision,
  lines: readonly RollLine[],
  { now, words }: { now: Instant; words: Words },
): Promise<{ ruling: Ruling; roll: Line[] } | null> {
  const kinds = await kindsIn(db, decision.circle, now, words)
  const kind = kinds?.kinds.find(({ key }) => key === decision.kind)
  if (!kinds || !kind) return null
  const ruling = rulingOf(kind, kinds.classes, lines)
  const answers = answersIn(await contestsOf(db, decision.id))
  const aside = await asideIn(db, decision, { now, words })
  return { ruling, roll: rollFor(lines, ruling, answers, aside) }
}

/** The group of a secret decision that is too small for it to open, as the roll would be now. */
export function waitsForGroup({ ruling, roll }: { ruling: Ruling; roll: Line[] }): Waiting[] {
  if (ruling.kind.secrecy !== 'secret') return []
  const small = tooSmall(groupsOf(ruling), roll)
  return small ? [{ for: 'group', ...small, least: LEAST_OF_GROUP }] : []
}

/** Whom it is about: they do not vote on it. */
export async function asideIn(
  db: Reader,
  { id }: Decision,
  at: { now: Instant; words: Words },
): Promise<string[]> {
  return (await lookAt(db, id, at))?.look?.aside ?? []
}

/** An order of options that nobody chose; null where no lot decides. */
function lotFor(method: Method, options: number): number[] | null {
  if (!choosesOptions(method) || method.ties !== 'lot') return null
  const left = Array.from({ length: options }, (_, index) => index + 1)
  return Array.from({ length: options }, () => left.splice(randomInt(left.length), 1)[0] ?? 1)
}

type Given = {
  lines: readonly RollLine[]
  /** For a secret one. */
  keys: Keys
  zone: string
  now: Instant
  words: Words
}

/** The groups of a secret decision with their keys; null where the rules changed since these were made. */
function keyed(ruling: Ruling, keys: Keys): (Group & KeyPair)[] | null {
  if (ruling.kind.secrecy !== 'secret') return []
  const groups = groupsOf(ruling).map((group) => ({ ...group, ...keys.get(group.key) }))
  const whole = groups.flatMap(({ publicKey, privateKey, ...group }) =>
    publicKey && privateKey ? [{ ...group, publicKey, privateKey }] : [],
  )
  return whole.length === groups.length ? whole : null
}

/** Opens a decision that the transaction holds; answers for what it waits, empty when it is open. */
export async function openDecision(
  tx: Transaction,
  decision: Decision,
  { lines, keys, zone, now, words }: Given,
): Promise<Waiting[]> {
  const { id, circle, open_days: days } = decision
  const kinds = await kindsIn(tx, circle, now, words)
  const kind = kinds?.kinds.find(({ key }) => key === decision.kind)
  const waits = await waitingFor(tx, decision, { now, words })
  if (waits.length > 0) return waits
  if (!kinds || !kind || days === null) return [{ for: 'kind' }]
  const most = await mostProxies(tx, circle, kind, now)
  const ruling = {
    ...rulingOf(kind, kinds.classes, lines),
    ...(most > 0 ? { proxies: most } : {}),
  }
  const aside = await asideIn(tx, decision, { now, words })
  const roll = rollFor(lines, ruling, answersIn(await contestsOf(tx, id)), aside)
  if (!roll.some(({ votes }) => votes)) return [{ for: 'voters' }]
  const small = waitsForGroup({ ruling, roll })
  if (small.length > 0) return small
  const pairs = keyed(ruling, keys)
  if (!pairs) return [{ for: 'kind' }]
  const closes = daysLater(now, days, zone)
  const { constitution } = kinds
  await fixOpening(tx, decision, { constitution, ruling, roll, pairs, closes, now })
  return []
}

type Fixed = {
  constitution: Kinds['constitution']
  ruling: Ruling
  roll: readonly Line[]
  /** Of a secret one: its groups and their keys. */
  pairs?: readonly (Group & KeyPair)[]
  closes: Instant
  now: Instant
}

/** Opens a decision that the transaction holds, with everything that stands from now on. */
export async function fixOpening(
  tx: Transaction,
  decision: Pick<Decision, 'id' | 'circle' | 'text'>,
  { constitution, ruling, roll, pairs = [], closes, now }: Fixed,
): Promise<void> {
  const { id, circle } = decision
  const voters = roll.filter(({ votes }) => votes)
  const { options } = await textOf(tx, decision)
  const lot = lotFor(ruling.kind.method, options.length)
  const rollHash = hashOfRoll(voters)
  await writeRoll(tx, id, roll)
  if (pairs.length > 0) await layUrn(tx, id, pairs)
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
  const named = { circle, decision: id, closes, roll: rollHash, voters: voters.length, lot }
  const data = pairs.length > 0 ? { ...named, keys: hashOfKeys(pairs) } : named
  await note(tx, topicOf(id), [{ kind: 'decision.opened', data }], { now, actor: null })
}
