/** Motions, as they are read. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Announced, KindHere, MotionShown, ofGathering, Step, VoteShown } from './shapes.ts'

export const readMotions = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/motions',
  summary: 'The motions of a gathering: what is pending, its vote and my part in it, what is over',
  who: 'of-the-room',
  params: ofGathering,
  output: z.object({
    seq: z.int().meta({ description: 'The last news; follow `motions:<id>` from it' }),
    circle: z.object({ id: z.string(), name: z.string() }).nullable(),
    kinds: z.array(KindHere).meta({ description: 'What can be moved here, and whether I may' }),
    announced: z
      .array(Announced)
      .meta({ description: 'What was announced for a gathering of this circle to decide' }),
    member: z.boolean().meta({ description: 'Whether I am of the circle, or a delegate there' }),
    pending: z
      .array(MotionShown)
      .meta({ description: 'The motion, its amendment, the amendment to that' }),
    step: Step.nullable().meta({ description: 'What is to be done next' }),
    vote: VoteShown.nullable(),
    over: z.array(MotionShown).meta({ description: 'What is over, the latest first' }),
  }),
  refusals: ['not-in-the-room', 'removed'],
  limit: { count: 600, seconds: 60 },
})
