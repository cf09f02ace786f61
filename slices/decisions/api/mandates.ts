/** Mandates: a co-op decides by itself how its delegate votes in a decision of the circle around it. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { OUTCOMES } from '../rules/count/published.ts'
import { Vote } from '../rules/count/votes.ts'
import { Method } from '../rules/kinds/kind.ts'
import { STATES } from '../rules/life/life.ts'
import { DecisionId, ofDecision } from './shapes.ts'

const Cast = {
  cast: Vote.nullable().meta({ description: 'The ballot of the co-op, where it may be read' }),
  kept: z.boolean().nullable().meta({ description: 'Whether it is as the mandate says' }),
}

const MandateShown = z.object({
  body: CircleId,
  name: z.string(),
  decision: DecisionId,
  title: z.string().nullable().meta({ description: 'Null for whoever may not see it' }),
  own: z.boolean().meta({ description: 'The reader is of that co-op, or speaks for it' }),
  state: z.enum(STATES),
  result: z.enum(OUTCOMES).nullable(),
  closesAt: z.string().nullable(),
  changed: z.boolean().meta({ description: 'The text changed since, so it says nothing' }),
  bound: z.enum(['free', 'asked', 'bound']),
  says: Vote.nullable().meta({ description: 'What it tells the delegate to cast' }),
  ...Cast,
})

export const readMandates = operation({
  method: 'GET',
  path: '/decisions/{decision}/mandates',
  summary:
    'What co-ops mandate their delegates to vote in a decision, and for what it is a mandate itself',
  who: 'sees-decision',
  params: ofDecision,
  output: z.object({
    mandates: z.array(MandateShown),
    coops: z
      .array(z.object({ body: CircleId, name: z.string() }))
      .meta({ description: 'Co-ops of mine that have a vote and no mandate yet' }),
    mandatesFor: z
      .object({
        decision: DecisionId,
        sees: z.boolean().meta({ description: 'Whether the reader may open that decision' }),
        circle: z.string(),
        title: z.string(),
        question: z.string(),
        options: z.array(z.string()),
        state: z.enum(STATES),
        secrecy: z.string().nullable(),
        changed: z.boolean(),
        bound: z.enum(['free', 'asked', 'bound']),
        passed: Vote,
        failed: Vote.nullable(),
        ...Cast,
      })
      .nullable(),
    method: Method.nullable(),
  }),
})

export const tieMandate = operation({
  method: 'PUT',
  path: '/decisions/{decision}/mandates-for',
  summary:
    'Say for which decision around my co-op this one mandates its delegate, and what to cast',
  who: 'made-decision',
  params: ofDecision,
  body: z.object({
    decision: DecisionId,
    passed: Vote.meta({ description: 'What the delegate casts when it passes' }),
    failed: Vote.nullable()
      .default(null)
      .meta({ description: 'When it does not; null leaves them free' }),
  }),
  refusals: [
    'mandate-elsewhere',
    'mandate-is-a-question',
    'mandate-stands',
    'mandate-too-late',
    'mandate-there',
    'option-unknown',
    'option-twice',
    'ballot-of-another-kind',
    'answer-not-offered',
    'mark-out-of-bounds',
    'too-many-marks',
  ],
})

export const untieMandate = operation({
  method: 'DELETE',
  path: '/decisions/{decision}/mandates-for',
  summary: 'Take the mandate off a decision that has not opened',
  who: 'made-decision',
  params: ofDecision,
  refusals: ['mandate-stands'],
})
