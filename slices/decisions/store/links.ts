/** Links in letters that open one ballot each. Of a token the hall keeps only the hash. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { note } from '#kernel/record.ts'
import { hashToken, newToken } from '#kernel/session.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import type { Stop } from '../rules/voices/links.ts'
import { type Decision, type DecisionId, type Link, reading, topicOf, writing } from './tables.ts'

/** A new link to the ballot of an entry; answers its token, which is nowhere else. */
export async function makeLink(
  tx: Transaction,
  { id: decision, circle }: Pick<Decision, 'id' | 'circle'>,
  { member, person, now }: { member: string; person: PersonId; now: Instant },
): Promise<string> {
  const token = newToken()
  await writing(tx)
    .insertInto('decision_links')
    .values({ hash: hashToken(token), circle, decision, member, person, made_at: now })
    .execute()
  return token
}

/** The link of a token; null when nobody made it. */
export async function linkOf(db: Reader, token: string): Promise<Link | null> {
  const found = await reading(db)
    .selectFrom('decision_links')
    .selectAll()
    .where('hash', '=', hashToken(token))
    .executeTakeFirst()
  return found ?? null
}

export type LivingLink = { decision: DecisionId; member: string; letters: number; madeAt: Instant }

/** What somebody's links open: the ballots of decisions that are open, each once. */
export async function linksOf(db: Reader, persons: readonly PersonId[]): Promise<LivingLink[]> {
  const rows = await reading(db)
    .selectFrom('decision_links')
    .innerJoin('decisions', 'decisions.id', 'decision_links.decision')
    .select(['decision', 'member'])
    .select((eb) => [
      eb.fn.countAll<string>().as('letters'),
      eb.fn.max('decision_links.made_at').as('madeAt'),
    ])
    .where('person', 'in', [...persons])
    .where('stopped_at', 'is', null)
    .where('state', '=', 'open')
    .groupBy(['decision', 'member'])
    .orderBy('decision')
    .execute()
  return rows.map((row) => ({ ...row, letters: Number(row.letters) }))
}

type Which = { person: PersonId; decision?: DecisionId; circle?: CircleId; member?: string }

/** Ends links that still open something; the record says of which decisions, and why. */
export async function stopLinks(
  tx: Transaction,
  { person, decision, circle, member }: Which,
  { why, now }: { why: Stop; now: Instant },
): Promise<number> {
  let query = writing(tx)
    .updateTable('decision_links')
    .set({ stopped_at: now, stopped_why: why })
    .where('person', '=', person)
    .where('stopped_at', 'is', null)
    .returning('decision')
  if (decision) query = query.where('decision', '=', decision)
  if (circle) query = query.where('circle', '=', circle)
  if (member) query = query.where('member', '=', member)
  const stopped = await query.execute()
  for (const one of new Set(stopped.map((row) => row.decision))) {
    const data = { decision: one, why }
    await note(tx, topicOf(one), [{ kind: 'decision.link-stopped', data }], { now, actor: person })
  }
  return stopped.length
}

/** Whether somebody wants links that open ballots in their letters; most do. */
export async function wantsLinks(db: Reader, person: PersonId): Promise<boolean> {
  const found = await reading(db)
    .selectFrom('decision_link_wishes')
    .select('person')
    .where('person', '=', person)
    .executeTakeFirst()
  return found === undefined
}

/** Whoever wants none has none that still opens something. */
export async function wishLinks(
  tx: Transaction,
  { person, on, now }: { person: PersonId; on: boolean; now: Instant },
): Promise<void> {
  if (on) {
    await writing(tx).deleteFrom('decision_link_wishes').where('person', '=', person).execute()
    return
  }
  await writing(tx)
    .insertInto('decision_link_wishes')
    .values({ person, at: now })
    .onConflict((oc) => oc.doNothing())
    .execute()
  await stopLinks(tx, { person }, { why: 'unwanted', now })
}
