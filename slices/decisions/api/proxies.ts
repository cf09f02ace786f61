/** Proxies: who votes for whom, given in writing and taken back. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { DecisionId, ofCircle } from './shapes.ts'

export const ProxyId = idOf('prx', 'a proxy')

export const ProxyShown = z.object({
  proxy: ProxyId,
  giver: PersonId,
  giverName: z.string(),
  holder: PersonId,
  holderName: z.string(),
  decision: DecisionId.nullable(),
  title: z.string().nullable(),
  until: z.string().nullable(),
  says: z.string(),
  givenAt: z.string(),
})

export const listProxies = operation({
  method: 'GET',
  path: '/circles/{circle}/proxies',
  summary: 'My proxies in a circle: those I gave and those I hold, and for how many one may vote',
  who: 'member-of-circle',
  params: ofCircle,
  output: z.object({
    most: z.int().meta({ description: '0 where nobody votes for another member by the rules' }),
    given: z.array(ProxyShown),
    held: z.array(ProxyShown),
  }),
})

export const giveProxy = operation({
  method: 'POST',
  path: '/circles/{circle}/proxies',
  summary: 'Ask another member in writing to vote for me, in one decision or until a day',
  who: 'member-of-circle',
  params: ofCircle,
  body: z.object({
    holder: PersonId,
    decision: DecisionId.nullable().default(null),
    until: z.iso.date().nullable().default(null).meta({ description: 'The last day of it' }),
    says: line(300).meta({ description: 'The words of the writing, which all on the roll read' }),
  }),
  output: z.object({ proxy: ProxyId }),
  refusals: [
    'proxy-for-what',
    'proxy-to-oneself',
    'no-proxies-here',
    'proxy-day-passed',
    'proxy-in-a-circle',
    'proxy-to-who-gave',
    'proxy-of-who-holds',
    'proxy-full',
    'proxy-stranger',
    'ballots-closed',
    'not-decided-any-more',
  ],
  limit: { count: 30, seconds: 600 },
})

export const endProxy = operation({
  method: 'DELETE',
  path: '/circles/{circle}/proxies/{proxy}',
  summary: 'Take back the proxy I gave, or lay down the one I hold',
  who: 'signed-in',
  params: ofCircle.extend({ proxy: ProxyId }),
  refusals: ['proxy-of-others', 'ballots-closed'],
})
