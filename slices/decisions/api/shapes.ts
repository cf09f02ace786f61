/** What operations on decisions have in common. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { MOST_OPTIONS, Vote } from '../rules/count/votes.ts'
import { Kind } from '../rules/kinds/kind.ts'
import { STATES } from '../rules/life/life.ts'
import { THROUGH } from '../rules/life/roll.ts'
import { WAYS } from '../rules/voices/ways.ts'
import { DID } from '../rules/life/subject.ts'

export const DecisionId = idOf('dcn', 'a decision')
export const ContestId = idOf('cts', 'an objection to a roll')
export const ObjectionId = idOf('obj', 'an objection')
export const MemberId = z.union([PersonId, CircleId])

export const ofCircle = z.object({ circle: CircleId })
export const ofDecision = z.object({ decision: DecisionId })

export const Named = z.object({ person: z.string(), name: z.string() })

export const Option = z.object({
  name: line(120),
  note: optionalParagraphs(600).default(''),
  person: PersonId.nullable().default(null),
})

export const TextGiven = z.object({
  title: line(160),
  question: paragraphs(8000),
  options: z.array(Option).max(MOST_OPTIONS).default([]),
  seats: z.int().min(1).max(MOST_OPTIONS).default(1),
})

/** What a decision is about: `application`, `role`, `rules`, `exclusion`, `appeal`, and its id there. */
export const About = z.string().regex(/^[a-z]{1,20}$/)
export const Ref = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/)
export const SubjectGiven = z.object({
  about: About,
  ref: Ref,
  from: z.iso.date().nullable().default(null).meta({ description: 'The day from which it holds' }),
  person: PersonId.nullable()
    .default(null)
    .meta({ description: 'Whom, where a question is about one person' }),
})

export const SubjectShown = z.object({
  about: z.string(),
  ref: z.string(),
  title: z.string(),
  href: z.string(),
  from: z.string().nullable(),
  person: z.string().nullable().meta({ description: 'Their name' }),
  passes: z.string().meta({ description: 'What happens when it passes' }),
  fails: z.string(),
  gone: z.string().nullable().meta({ description: 'Why it can not be decided now' }),
  did: z.enum(DID).nullable(),
  lacks: z.array(z.string()).meta({ description: 'What did not happen, why, and who is to act' }),
  stands: z.string().nullable().meta({ description: 'Void after it was done: what stands' }),
})

export const Rule = z.object({
  key: z.string(),
  cite: z.string().nullable().meta({ description: 'The number of the rule in the constitution' }),
  text: z.string(),
})

export const KindShown = z.object({
  kind: Kind,
  rules: z.array(Rule),
  mayPropose: z.boolean(),
  why: z.string().nullable().meta({ description: 'Why nothing of this kind opens over days' }),
})

export const Listed = z.object({
  decision: DecisionId,
  title: z.string(),
  kind: z.string(),
  state: z.enum(STATES),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  result: z.enum(OUTCOMES).nullable(),
  turnout: z.object({ eligible: z.int(), voted: z.int() }).nullable(),
})

export const Waits = z.discriminatedUnion('for', [
  z.object({ for: z.literal('day'), until: z.string() }),
  z.object({ for: z.literal('support'), missing: z.int() }),
  z.object({ for: z.literal('contests'), open: z.int() }),
  z.object({ for: z.literal('objections'), open: z.int() }),
  z.object({ for: z.literal('advice') }),
  z.object({ for: z.literal('kind') }),
  z.object({ for: z.literal('voters') }),
  z.object({ for: z.literal('group'), group: z.string(), on: z.int(), least: z.int() }),
  z.object({ for: z.literal('subject') }),
  z.object({ for: z.literal('gathering'), from: z.string() }),
])

export const Entry = z.object({
  member: MemberId,
  name: z.string(),
  kind: z.enum(['person', 'co-op']),
  class: z.string(),
  weight: z.int(),
  votes: z.boolean(),
  reason: z.string(),
})

export const MyEntry = Entry.extend({
  through: z.enum(THROUGH),
  way: z
    .enum(WAYS)
    .nullable()
    .meta({ description: 'The way by which the ballot came that counts' }),
  voted: z.boolean().meta({ description: 'Of a secret decision: its paper was taken' }),
  ballot: Vote.nullable(),
  said: z.string(),
  by: Named.nullable().meta({ description: 'Who cast the ballot that counts' }),
  at: z.string().nullable(),
})

export const TextShown = z.object({
  number: z.int(),
  title: z.string(),
  question: z.string(),
  options: z.array(z.object({ name: z.string(), note: z.string(), person: PersonId.nullable() })),
  seats: z.int(),
  why: z.string(),
  by: Named,
  at: z.string(),
})

const Standing = z.object({
  stage: z.int(),
  votes: z.array(z.string()),
  nonTransferable: z.string(),
})
const Flow = z.object({
  stage: z.int(),
  from: z.int(),
  to: z.int().nullable(),
  votes: z.string(),
})

/** One small picture of a count as data: options by index, amounts exact. */
export const CountPicture = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flows'), stages: z.array(Standing), flows: z.array(Flow) }),
  z.object({
    kind: z.literal('bars'),
    bars: z.array(z.object({ who: z.int(), amount: z.string(), won: z.boolean() })),
  }),
])
