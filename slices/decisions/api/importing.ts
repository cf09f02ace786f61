/** Bringing in what was decided and said elsewhere. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { ofCircle } from './shapes.ts'

const MEGABYTE = 1024 * 1024
/** Larger ones come by the terminal: `moothall import loomio`. */
export const MOST_EXPORT = 64 * MEGABYTE

const Count = z.object({ taken: z.int(), already: z.int() })

export const bringLoomio = operation({
  method: 'POST',
  path: '/circles/{circle}/imports/loomio',
  summary:
    'Bring in an export of a Loomio group (NDJSON): members, discussions and closed polls; tried first, then for good, and once',
  who: 'steward-of-circle',
  params: ofCircle,
  query: z.object({
    run: z.enum(['true', 'false']).default('false').meta({
      description: 'False: nothing is kept, and the report says what would be',
    }),
    from: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .optional()
      .meta({ description: 'The address of the Loomio it comes from, for links' }),
    members: z.enum(['true', 'false']).default('true').meta({
      description: 'False: nobody becomes a member by it',
    }),
  }),
  consumes: 'application/x-ndjson',
  maxBody: MOST_EXPORT,
  output: z.object({
    tried: z.boolean(),
    threads: Count,
    comments: Count,
    decisions: Count,
    report: z.array(z.string()).meta({ description: 'What was taken and what was not' }),
  }),
  refusals: ['export-too-large', 'export-cut-short', 'no-such-circle'],
  limit: { count: 20, seconds: 3600 },
})
