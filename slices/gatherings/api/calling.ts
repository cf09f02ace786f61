/** Calling, changing, calling off. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { Rule } from '../rules/recurrence.ts'
import { CallParts, one, Scope } from './params.ts'
import { CircleId, GatheringId } from './views.ts'

export const callGathering = operation({
  method: 'POST',
  path: '/gatherings',
  summary: 'Call a gathering, once or recurring',
  who: 'signed-in',
  body: CallParts.partial({
    purpose: true,
    access: true,
    settings: true,
    items: true,
    facilitators: true,
  }).extend({
    circle: CircleId.nullable().default(null),
    rule: Rule.nullable().default(null),
  }),
  output: z.object({ gathering: GatheringId }),
  refusals: ['not-yours-to-call', 'starts-in-the-past', 'rule-misses-start', 'no-such-circle'],
  maxBody: 512 * 1024,
})

export const changeGathering = operation({
  method: 'PATCH',
  path: '/gatherings/{gathering}',
  summary: 'Change a gathering; whoever was invited is told of a new time or title',
  who: 'shapes-gathering',
  params: one,
  body: CallParts.partial().extend({ scope: Scope }),
  output: z.object({ sequence: z.int() }),
  refusals: [
    'gathering-cancelled',
    'gathering-over',
    'gathering-open',
    'starts-in-the-past',
    'not-found',
  ],
  maxBody: 512 * 1024,
})

export const cancelGathering = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/cancel',
  summary: 'Call a gathering off; whoever was invited is told why',
  who: 'shapes-gathering',
  params: one,
  body: z.object({ reason: line(300), scope: Scope }),
  output: z.object({ cancelled: z.int() }),
  refusals: ['gathering-cancelled', 'gathering-over', 'gathering-open', 'not-found'],
})

export const renewEntryLink = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/link',
  summary: 'Make a new entry link; the old one opens nothing any more',
  who: 'shapes-gathering',
  params: one,
  output: z.object({ link: z.string() }),
  refusals: ['not-found'],
})
