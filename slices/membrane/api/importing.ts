/** Members in and out as a table. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'

const params = z.object({ circle: CircleId })
const column = z.string().max(200).optional()
const MEGABYTE = 1024 * 1024
export const MOST_BYTES = 12 * MEGABYTE

export const importMembers = operation({
  method: 'POST',
  path: '/circles/{circle}/members/import',
  summary:
    'Members from a table, also from the members export of Open Collective: looked at first, then written; the answer is lines of JSON that say how far it is',
  who: 'steward-of-circle',
  params,
  query: z.object({
    run: z.enum(['true', 'false']).default('false'),
    name: column,
    email: column,
    class: column,
    from: column,
  }),
  consumes: 'text/csv',
  produces: 'application/x-ndjson',
  maxBody: MOST_BYTES,
  refusals: ['table-too-long', 'table-empty'],
  limit: { count: 120, seconds: 3600 },
})

export const exportMembers = operation({
  method: 'GET',
  path: '/circles/{circle}/members/export',
  summary: 'Members with their class and since when, now or on a day, as a table or as JSON',
  who: 'steward-of-circle',
  params,
  query: z.object({
    format: z.enum(['csv', 'json']).default('csv'),
    on: z.iso.date().optional(),
  }),
  produces: 'text/csv',
})
