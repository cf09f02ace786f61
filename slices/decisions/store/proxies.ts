/** Proxies, as they were given and as they ended. */
import { sql } from 'kysely'
import { isRefusal, type Refusal } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { constitutionOf, delegationSection, partOf } from '#slices/constitutions/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { kindsSection } from '../rules/kinds/section.ts'
import { giveProxy, proxiesIn } from '../rules/voices/proxies.ts'
import {
  type Decision,
  type DecisionId,
  type ProxyId,
  type ProxyRow,
  reading,
  topicOf,
  writing,
} from './tables.ts'

/** Proxies until a day are told here, to whoever is in the circle. */
export const proxyTopicOf = (circle: CircleId): string => `proxies:${circle}`

/** Those of a circle that have not ended; some have run out. */
export function livingProxies(db: Reader, circle: CircleId): Promise<ProxyRow[]> {
  return reading(db)
    .selectFrom('decision_proxies')
    .selectAll()
    .where('circle', '=', circle)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** For how many others somebody may vote by the rules of now; 0 where nobody votes for another. */
export async function mostProxies(
  db: Reader,
  circle: CircleId,
  kind: Kind | null,
  now: Instant,
): Promise<number> {
  if (kind && (kind.secrecy === 'secret' || kind.noProxies)) return 0
  const constitution = await constitutionOf(db, circle, now)
  return constitution ? (partOf(delegationSection, constitution).proxies?.most ?? 0) : 0
}

/** For how many others somebody may vote in a decision: as fixed, or as its circle's rules are now. */
export async function mostHere(db: Reader, decision: Decision, now: Instant): Promise<number> {
  const { ruling, circle, kind } = decision
  if (ruling) return ruling.proxies ?? 0
  const constitution = await constitutionOf(db, circle, now)
  const kinds = constitution ? partOf(kindsSection, constitution).kinds : []
  return mostProxies(db, circle, kinds.find(({ key }) => key === kind) ?? null, now)
}

/** Who votes for whom in a decision: those of whom its roll knows both. */
export async function proxiesOf(
  db: Reader,
  { id, circle, ruling, closes_at }: Decision,
  now: Instant,
): Promise<ProxyRow[]> {
  const most = ruling?.proxies ?? 0
  if (most === 0) return []
  const at = closes_at !== null && now > closes_at ? closes_at : now
  const found = proxiesIn(await livingProxies(db, circle), { decision: id, most, now: at })
  if (found.size === 0) return []
  const people = [...found.values()].flatMap(({ giver, holder }) => [giver, holder])
  const rows = await reading(db)
    .selectFrom('decision_roll')
    .select('member')
    .where('decision', '=', id)
    .where('votes', '=', true)
    .where('member', 'in', people)
    .execute()
  const on = new Set(rows.map(({ member }) => member))
  const all = await livingProxies(db, circle)
  return all.filter(
    (one) => found.get(one.giver)?.id === one.id && on.has(one.giver) && on.has(one.holder),
  )
}

type Giving = {
  circle: CircleId
  giver: PersonId
  holder: PersonId
  decision: DecisionId | null
  until: Instant | null
  says: string
  most: number
}

/** Gives a proxy, if the rule lets them; one for the same ends. Those of a circle come one after the other. */
export async function writeProxy(
  tx: Transaction,
  { most, ...given }: Giving,
  now: Instant,
): Promise<ProxyId | Refusal> {
  const { circle, giver, holder, decision } = given
  await sql`select pg_advisory_xact_lock(hashtextextended(${proxyTopicOf(circle)}, 0))`.execute(tx)
  const all = await livingProxies(tx, circle)
  const answer = giveProxy(all, { ...given, most, now })
  if (isRefusal(answer)) return answer
  const before = all.find((one) => one.giver === giver && one.decision === decision)
  if (before) await endProxy(tx, before, { why: 'replaced', by: giver, now })
  const id = newId('prx', Date.parse(now))
  await writing(tx)
    .insertInto('decision_proxies')
    .values({ id, ...given, given_at: now })
    .execute()
  const data = { proxy: id, giver, holder, decision, until: given.until }
  const topic = decision ? topicOf(decision) : proxyTopicOf(circle)
  await note(tx, topic, [{ kind: 'decision.proxy-given', data }], { now, actor: giver })
  return id
}

type Ending = { why: NonNullable<ProxyRow['ended_why']>; by: string | null; now: Instant }

/** Ends a proxy that has not ended. */
export async function endProxy(
  tx: Transaction,
  { id, circle, giver, holder, decision }: ProxyRow,
  { why, by, now }: Ending,
): Promise<void> {
  await writing(tx)
    .updateTable('decision_proxies')
    .set({ ended_at: now, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const data = { proxy: id, giver, holder, decision, why }
  const topic = decision ? topicOf(decision) : proxyTopicOf(circle)
  await note(tx, topic, [{ kind: 'decision.proxy-ended', data }], { now, actor: by })
}

/** All that somebody gave or holds, in one circle or everywhere, ends. */
export async function endProxiesOf(
  tx: Transaction,
  { person, circle }: { person: PersonId; circle: CircleId | null },
  ending: Ending,
): Promise<void> {
  let query = writing(tx)
    .selectFrom('decision_proxies')
    .selectAll()
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('giver', '=', person), eb('holder', '=', person)]))
  if (circle) query = query.where('circle', '=', circle)
  for (const one of await query.execute()) await endProxy(tx, one, ending)
}

/** The words of what somebody gave are forgotten with them. */
export async function forgetProxyWords(tx: Transaction, person: PersonId): Promise<void> {
  await writing(tx)
    .updateTable('decision_proxies')
    .set({ says: '' })
    .where('giver', '=', person)
    .execute()
}

export async function proxyOf(db: Reader, circle: CircleId, id: ProxyId): Promise<ProxyRow | null> {
  const found = await reading(db)
    .selectFrom('decision_proxies')
    .selectAll()
    .where('id', '=', id)
    .where('circle', '=', circle)
    .executeTakeFirst()
  return found ?? null
}
