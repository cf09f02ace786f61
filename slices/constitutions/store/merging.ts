/**
 * Two records of one person become one: of what is proposed now they are one adopter, not two. What
 * was adopted stays as it was adopted.
 */
import { sql } from 'kysely'

const proposed = sql`t.version in (select id from constitution_versions where state <> 'adopted')`

export const OWNED = [
  {
    table: 'constitution_adopters',
    column: 'person',
    key: ['version'],
    once: ['version'],
    where: proposed,
  },
]
