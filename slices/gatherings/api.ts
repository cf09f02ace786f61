/** The operations of gatherings. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { InstantSchema } from '#kernel/clock.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { Address } from '#slices/people/api/shapes.ts'
import { Access, Settings } from './rules/calling.ts'
import { ItemGiven, MOST_ITEMS } from './rules/items.ts'
import { Rule } from './rules/recurrence.ts'
import { TEMPLATES } from './rules/repeat.ts'
import { Wall, Zone } from './rules/zones.ts'
import {
  Answer,
  CircleId,
  FeedView,
  GatheringId,
  GatheringView,
  Invited,
  Listed,
} from './api/views.ts'

export { Answer, FeedView, GatheringId, GatheringView, Invited, Listed } from './api/views.ts'
export { Phase } from './api/views.ts'

const one = z.object({ gathering: GatheringId })
const PersonId = z.string().regex(/^per_\w{1,60}$/)
const Scope = z
  .enum(['this', 'later'])
  .default('this')
  .meta({ description: 'Of a recurring gathering: this one, or this and all later ones' })

const CallParts = z.object({
  title: line(200),
  purpose: optionalParagraphs(4000),
  zone: Zone,
  starts: Wall,
  minutes: z.int().min(5).max(1440),
  access: Access,
  settings: Settings,
  items: z.array(ItemGiven).max(MOST_ITEMS),
  facilitators: z.array(PersonId).max(30),
})

export const listGatherings = operation({
  method: 'GET',
  path: '/gatherings',
  summary: 'List gatherings that the caller may see: coming ones by their start, or past ones',
  who: 'anyone',
  query: z.object({
    when: z.enum(['coming', 'past']).default('coming'),
    circle: CircleId.optional(),
    from: InstantSchema.optional().meta({ description: 'Go on from this start' }),
  }),
  output: z.object({
    gatherings: z.array(Listed),
    next: InstantSchema.nullable().meta({ description: 'Go on `from` here; null at the end' }),
    mayCall: z.boolean(),
  }),
})

export const readGathering = operation({
  method: 'GET',
  path: '/gatherings/{gathering}',
  summary: 'Read a gathering with its running order',
  who: 'anyone',
  params: one,
  query: z.object({ key: z.string().max(40).optional() }),
  output: GatheringView,
  refusals: ['not-found'],
})

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

export const answerGathering = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/answer',
  summary: 'Say whether you come',
  who: 'sees-gathering',
  params: one,
  body: z.object({ answer: Answer }),
  refusals: ['gathering-cancelled', 'gathering-over', 'not-found'],
})

export const inviteToGathering = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/invitations',
  summary: 'Invite the members of the circle, or people by their address',
  who: 'shapes-gathering',
  params: one,
  body: z.object({
    circle: z.boolean().default(false).meta({ description: 'All members of the circle' }),
    people: z
      .array(z.object({ email: Address, name: line(120).nullable().default(null) }))
      .max(500)
      .default([]),
  }),
  output: z.object({ invited: z.int().meta({ description: 'How many were not invited before' }) }),
  refusals: ['gathering-cancelled', 'gathering-over', 'not-found'],
  maxBody: 256 * 1024,
  limit: { count: 30, seconds: 600 },
})

export const listInvited = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/invitations',
  summary: 'Who is invited, and what they answered',
  who: 'shapes-gathering',
  params: one,
  output: z.object({
    invited: z.array(Invited),
    others: z
      .array(z.object({ name: z.string(), answer: Answer }))
      .meta({ description: 'Who answered without an invitation' }),
  }),
})

export const uninvite = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/invitations/{invitation}',
  summary: 'Take an invitation back',
  who: 'shapes-gathering',
  params: z.object({ gathering: GatheringId, invitation: z.string().max(60) }),
  refusals: ['not-found'],
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

const Order = z.object({
  name: z.string(),
  title: z.string(),
  minutes: z.int(),
  items: z.array(ItemGiven),
})

export const listTemplates = operation({
  method: 'GET',
  path: '/gathering-templates',
  summary: 'Running orders to begin from',
  who: 'signed-in',
  output: z.object({ templates: z.array(Order.extend({ name: z.enum(TEMPLATES) })) }),
})

export const listFeeds = operation({
  method: 'GET',
  path: '/feeds',
  summary: 'The feeds that you have made',
  who: 'signed-in',
  output: z.object({ feeds: z.array(FeedView) }),
})

export const makeFeed = operation({
  method: 'POST',
  path: '/feeds',
  summary: 'Make a secret address to subscribe to: of all that is yours, or of a circle',
  who: 'signed-in',
  body: z.object({ circle: CircleId.nullable().default(null) }),
  output: z.object({
    id: z.string(),
    calendar: z.string().meta({ description: 'The iCalendar address; shown only now' }),
    atom: z.string(),
  }),
  refusals: ['no-such-circle'],
  limit: { count: 20, seconds: 3600 },
})

export const revokeFeed = operation({
  method: 'DELETE',
  path: '/feeds/{feed}',
  summary: 'Revoke a feed; its address answers nothing any more',
  who: 'signed-in',
  params: z.object({ feed: z.string().max(60) }),
  refusals: ['not-found'],
})
