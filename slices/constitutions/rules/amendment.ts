/**
 * Section 9, how these rules are changed.
 * 1. A change is proposed by so many members, talked about for so many days, decided within so many.
 * 2. It passes by consent (no reasoned objection stands), by consensus (at most so many block), or by a
 *    majority: a fraction of the votes cast, of those present, or of all who may vote; strict means
 *    more than it. It may also need a fraction in each class; whether a class of which nobody votes
 *    stops it, or is left out, is said. Where older rules don't say it, it stops the change if anybody
 *    of it is on the roll: a class without members can't keep all others from changing the rules.
 * 3. A version holds from its day on, never for a day before.
 * 4. Until the circle decides by a vote in this hall, its stewards adopt versions together. Since it
 *    did, members decide on changes, as long as there are days to decide on them here; while they vote
 *    on a version, nobody adopts it, changes it or takes it back.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { ABSENT_CLASSES } from './absent.ts'
import { checkAmendment } from './amendment-checks.ts'
import { amendmentPresets } from './amendment-presets.ts'
import { amendmentProse } from './amendment-prose.ts'
import { Fraction, Key } from './parts.ts'
import type { Section } from './section.ts'

const Needed = asked(Fraction, {
  title: /*i18n*/ { id: 'constitutions.amendment.threshold', message: 'How much must agree' },
  as: 'fraction',
})
const Strict = asked(z.boolean(), {
  title: /*i18n*/ {
    id: 'constitutions.amendment.strict',
    message: 'More than that, not just as much',
  },
})

const Absent = asked(z.enum(ABSENT_CLASSES), {
  title: /*i18n*/ {
    id: 'constitutions.amendment.absent',
    message: 'A class of which nobody votes',
  },
  choices: {
    fails: /*i18n*/ { id: 'constitutions.amendment.absent-fails', message: 'stops it' },
    'left-out': /*i18n*/ { id: 'constitutions.amendment.absent-left', message: 'is left out' },
    'fails-if-any': /*i18n*/ {
      id: 'constitutions.amendment.absent-if-any',
      message: 'stops it, unless nobody of it is on the roll',
    },
  },
})

const Passing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consent') }),
  z.object({
    kind: z.literal('consensus'),
    blocks: asked(z.int().min(0).max(100), {
      title: /*i18n*/ {
        id: 'constitutions.amendment.blocks',
        message: 'Blocks that do not stop it yet',
      },
    }),
  }),
  z.object({
    kind: z.literal('majority'),
    threshold: Needed,
    strict: Strict,
    base: asked(z.enum(['cast', 'present', 'eligible']), {
      title: /*i18n*/ { id: 'constitutions.amendment.base', message: 'Of whom' },
      choices: {
        cast: /*i18n*/ { id: 'constitutions.amendment.cast', message: 'Of the votes cast' },
        present: /*i18n*/ { id: 'constitutions.amendment.present', message: 'Of those present' },
        eligible: /*i18n*/ {
          id: 'constitutions.amendment.eligible',
          message: 'Of all who may vote',
        },
      },
    }),
    // What an absent class does is left out in rules from before it was asked.
    perClass: asked(
      z.object({ threshold: Needed, strict: Strict, absent: Absent.optional() }).nullable(),
      {
        title: /*i18n*/ {
          id: 'constitutions.amendment.per-class',
          message: 'Also in each class on its own',
        },
      },
    ),
  }),
])

export const Amendment = z.object({
  passes: asked(Passing, {
    title: /*i18n*/ { id: 'constitutions.amendment.passes', message: 'How a change passes' },
    choices: {
      consent: /*i18n*/ { id: 'constitutions.amendment.consent', message: 'By consent' },
      consensus: /*i18n*/ { id: 'constitutions.amendment.consensus', message: 'By consensus' },
      majority: /*i18n*/ { id: 'constitutions.amendment.majority', message: 'By a majority' },
    },
  }),
  voters: asked(z.array(Key).max(20), {
    title: /*i18n*/ { id: 'constitutions.amendment.voters', message: 'Which classes decide on it' },
    hint: /*i18n*/ {
      id: 'constitutions.amendment.voters-hint',
      message: 'None named means every class that votes.',
    },
    refersTo: 'class',
    item: /*i18n*/ { id: 'constitutions.amendment.class', message: 'a class' },
  }),
  quorum: asked(Fraction.nullable(), {
    title: /*i18n*/ {
      id: 'constitutions.amendment.quorum',
      message: 'How many of them must take part',
    },
    as: 'fraction',
  }),
  // Left out in rules from before it was asked: just as much is enough.
  quorumStrict: asked(z.boolean().optional(), {
    title: /*i18n*/ {
      id: 'constitutions.amendment.quorum-strict',
      message: 'More than that must take part, not just as many',
    },
  }),
  proposers: asked(z.int().min(1).max(1000), {
    title: /*i18n*/ {
      id: 'constitutions.amendment.proposers',
      message: 'Members it takes to propose a change',
    },
  }),
  talkDays: asked(z.int().min(0).max(365), {
    title: /*i18n*/ { id: 'constitutions.amendment.talk', message: 'Days to talk about it first' },
  }),
  openDays: asked(z.int().min(0).max(365), {
    title: /*i18n*/ { id: 'constitutions.amendment.open', message: 'Days to decide on it' },
    hint: /*i18n*/ {
      id: 'constitutions.amendment.open-hint',
      message: '0 means at the gathering itself.',
    },
  }),
  reviewMonths: asked(z.int().min(1).max(240).nullable(), {
    title: /*i18n*/ {
      id: 'constitutions.amendment.review',
      message: 'Months until all of it is read again',
    },
  }),
})
export type Amendment = z.infer<typeof Amendment>

export const amendment: Section<Amendment> = {
  name: 'amendment',
  order: 90,
  title: /*i18n*/ { id: 'constitutions.amendment', message: 'How these rules are changed' },
  schema: Amendment,
  empty: {
    passes: { kind: 'consent' },
    voters: [],
    quorum: null,
    proposers: 1,
    talkDays: 7,
    openDays: 0,
    reviewMonths: null,
  },
  presets: amendmentPresets,
  prose: amendmentProse,
  check: checkAmendment,
}
