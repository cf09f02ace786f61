/** Where somebody is signed in. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader } from '#kernel/database.ts'
import type { Id } from '#kernel/ids.ts'
import type { PersonId } from '../rules/names.ts'

export type SessionShown = { id: Id<'ses'>; agent: string; opened: Instant; seen: Instant }

function isSession(id: string): id is Id<'ses'> {
  return id.startsWith('ses_')
}

/** The sessions of a person that have not ended, the last seen first. */
export async function sessionsOf(
  db: Reader,
  person: PersonId,
  now: Instant,
): Promise<SessionShown[]> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'agent', 'opened_at', 'seen_at'])
    .where('person', '=', person)
    .where('ends_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.flatMap(({ id, agent, opened_at: opened, seen_at: seen }) =>
    isSession(id) ? [{ id, agent, opened, seen }] : [],
  )
}
