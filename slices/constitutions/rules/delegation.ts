/**
 * Section 6, delegation and subsidiarity: who decides what, and who speaks for whom.
 * 1. What concerns one circle is decided in it; a circle around it takes up only what is reserved, or
 *    what is brought to it.
 * 2. A member circle has one voice however many delegates it sends.
 * 3. A proxy is written, for one decision or until a day, taken back at any time; the member's own vote
 *    goes first.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { delegationPresets } from './delegation-presets.ts'
import { delegationProse } from './delegation-prose.ts'
import { sayings } from './parts.ts'
import type { Finding, Section } from './section.ts'

const Delegates = z.object({
  most: asked(z.int().min(1).max(20), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.most',
      message: 'Delegates that a member circle may name',
    },
  }),
  months: asked(z.int().min(1).max(120), {
    title: /*i18n*/ { id: 'constitutions.delegation.months', message: 'For how many months' },
  }),
  alternates: asked(z.boolean(), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.alternates',
      message: 'Others may come in their place',
    },
  }),
  mandate: asked(z.enum(['free', 'asked', 'bound']), {
    title: /*i18n*/ { id: 'constitutions.delegation.mandate', message: 'How they speak' },
    choices: {
      free: /*i18n*/ { id: 'constitutions.delegation.free', message: 'As they judge' },
      asked: /*i18n*/ {
        id: 'constitutions.delegation.asked',
        message: 'After asking their circle',
      },
      bound: /*i18n*/ {
        id: 'constitutions.delegation.bound',
        message: 'Only as their circle told them',
      },
    },
  }),
  recall: asked(z.boolean(), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.recall',
      message: 'Their circle may call them back at any time',
    },
  }),
})

const Proxies = z.object({
  most: asked(z.int().min(1).max(10), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.proxies-most',
      message: 'For how many others somebody may vote, at most',
    },
  }),
})

export const Delegation = z.object({
  nearest: asked(z.boolean(), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.nearest',
      message: 'What concerns one circle is decided in it',
    },
  }),
  reserved: sayings({
    title: /*i18n*/ {
      id: 'constitutions.delegation.reserved',
      message: 'What only the whole decides',
    },
    item: /*i18n*/ { id: 'constitutions.delegation.matter', message: 'a matter' },
  }),
  link: asked(z.enum(['none', 'one', 'double']), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.link',
      message: 'How a circle is joined to the one around it',
    },
    choices: {
      none: /*i18n*/ {
        id: 'constitutions.delegation.link-none',
        message: 'By nobody in particular',
      },
      one: /*i18n*/ {
        id: 'constitutions.delegation.link-one',
        message: 'By somebody who speaks for it there',
      },
      double: /*i18n*/ {
        id: 'constitutions.delegation.link-double',
        message: 'By two, one in each direction',
      },
    },
  }),
  delegates: asked(Delegates.nullable(), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.delegates',
      message: 'Delegates of member circles',
    },
  }),
  proxies: asked(Proxies.nullable(), {
    title: /*i18n*/ {
      id: 'constitutions.delegation.proxies',
      message: 'Voting for another member',
    },
  }),
})
export type Delegation = z.infer<typeof Delegation>

export const delegation: Section<Delegation> = {
  name: 'delegation',
  order: 60,
  title: /*i18n*/ {
    id: 'constitutions.delegation',
    message: 'Who decides what, and who speaks for whom',
  },
  schema: Delegation,
  empty: { nearest: true, reserved: [], link: 'none', delegates: null, proxies: null },
  presets: delegationPresets,
  prose: delegationProse,
  check(part, say, _all, _situation, named): Finding[] {
    const coops = named.some(
      ({ kind, facts }) => kind === 'class' && (facts?.holds ?? 'persons') !== 'persons',
    )
    if (!coops || part.delegates) return []
    const sentence = say(
      /*i18n*/ {
        id: 'constitutions.delegation.no-delegates',
        message:
          'Co-ops may be members, but nothing says who speaks for them. Say how they name delegates.',
      },
    )
    return [{ severity: 'warning', path: 'delegates', sentence }]
  },
}
