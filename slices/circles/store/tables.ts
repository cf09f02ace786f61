/** The tables of this slice. */
import type { Instant } from '#kernel/clock.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { InvitationId, PersonId } from '#slices/people/index.ts'
import type { Circle, CircleId, Role } from '../rules.ts'

export type Tables = {
  circles: Circle & { zone: string | null; made_at: Instant; closed_at: Instant | null }
  members: { circle: CircleId; person: PersonId; from: Instant; until: Instant | null }
  roles: { circle: CircleId; person: PersonId; role: Role; from: Instant; until: Instant | null }
  circle_invitations: { invitation: InvitationId; circle: CircleId; steward: boolean }
}

export const reading = (db: Reader) => db.withTables<Tables>()
export const writing = (tx: Transaction) => tx.withTables<Tables>()
export const topicOf = (circle: CircleId): string => `circle:${circle}`

export const COLUMNS = ['id', 'parent', 'name', 'purpose', 'kind', 'calls'] as const
