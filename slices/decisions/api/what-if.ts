/** Past decisions, counted again under other rules. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { PresetName, VersionId } from '#slices/constitutions/api/shapes.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { Part } from '../rules/question-rules.ts'
import { DecisionId, ofCircle, ofDecision } from './shapes.ts'

/** Other rules, as they are asked for: exactly one of the four, or a change. */
export const UnderRules = z.object({
  model: PresetName.optional().meta({ description: 'One of the models' }),
  version: VersionId.optional().meta({ description: 'A version of rules, of any circle' }),
  rulesOf: CircleId.optional().meta({ description: 'The rules that hold in another circle' }),
  method: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'A method of counting, where options are chosen' }),
  quorum: z
    .union([z.literal('none'), Part])
    .optional()
    .meta({ description: 'The rules that each had, with such a quorum of voters' }),
  threshold: Part.optional().meta({ description: 'For questions: such a part in favour' }),
  strict: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'More than the threshold, not just as much' }),
})
export type UnderRules = z.output<typeof UnderRules>

const End = z.object({
  result: z.enum(OUTCOMES),
  elected: z.array(z.string()),
})

export const Retold = z.object({
  decision: DecisionId,
  title: z.string(),
  kind: z.string(),
  closedAt: z.string(),
  before: End,
  after: End.nullable().meta({ description: 'Null where it can not be told' }),
  flips: z.boolean(),
  why: z.array(z.string()).meta({ description: 'Why it comes out so, or why it is not told' }),
})

const refusals = ['what-if-unsaid', 'method-unknown', 'rules-not-whole', 'rules-not-there']

export const whatIfCircle = operation({
  method: 'GET',
  path: '/circles/{circle}/what-if',
  summary:
    'The decided decisions of a circle, counted again under other rules, the newest first, part by part',
  who: 'member-of-circle',
  params: ofCircle,
  query: UnderRules.extend({ after: DecisionId.optional() }),
  output: z.object({
    circle: z.string(),
    under: z.string().meta({ description: 'The other rules, by their name' }),
    decided: z.int().meta({ description: 'How many there are in all' }),
    decisions: z.array(Retold),
    next: DecisionId.nullable(),
  }),
  refusals,
  limit: { count: 240, seconds: 60 },
})

export const whatIfDecision = operation({
  method: 'GET',
  path: '/decisions/{decision}/what-if',
  summary: 'One decided decision, counted again under other rules',
  who: 'sees-decision',
  params: ofDecision,
  query: UnderRules,
  output: z.object({ under: z.string(), decision: Retold }),
  refusals: [...refusals, 'results-hidden'],
  limit: { count: 120, seconds: 60 },
})

export const otherRules = operation({
  method: 'GET',
  path: '/circles/{circle}/what-if/rules',
  summary: 'The rules under which decisions of a circle may be counted again',
  who: 'member-of-circle',
  params: ofCircle,
  output: z.object({
    circle: z.string(),
    decided: z.int(),
    models: z.array(z.object({ model: PresetName, name: z.string() })),
    versions: z.array(
      z.object({
        version: VersionId,
        number: z.int().nullable(),
        state: z.enum(['draft', 'proposed', 'adopted']),
        day: z.string().nullable(),
      }),
    ),
    others: z.array(z.object({ circle: CircleId, name: z.string() })),
    methods: z.array(z.object({ method: z.string(), name: z.string() })),
  }),
})
