/** Recording a gathering: beginning and ending it, one's own answer, listening, cutting, deleting. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Part, RULED, STATES, WHY } from './rules/recording.ts'
import { Mark } from './rules/marks.ts'

const Gathering = idOf('gth', 'a gathering')
const ofGathering = z.object({ gathering: Gathering })
const HERE = ['not-in-the-room', 'gathering-over', 'removed'] as const
const CARE = ['not-in-the-room', 'only-facilitators', 'not-found'] as const
const OFTEN = { count: 60, seconds: 60 }
const Day = z.iso.date()

export const RecordingNow = z.object({
  is: z.enum(STATES),
  answers: z.record(z.string(), z.boolean()).meta({
    description: 'Who agreed to be recorded, and who did not; who is missing was not asked',
  }),
  until: Day.nullable().meta({ description: 'The last day on which it is kept' }),
  why: z.enum(WHY).nullable().meta({ description: 'Why it stopped by itself' }),
  seq: z
    .int()
    .meta({ description: 'The number of the last news; follow `recording:<id>` from it' }),
})
export type RecordingNow = z.output<typeof RecordingNow>

export const readRecordingNow = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/recording/now',
  summary: 'Read whether this is recorded, and whose voices',
  who: 'of-the-room',
  params: ofGathering,
  output: RecordingNow,
  refusals: ['not-in-the-room', 'removed'],
})

export const ruleTheRecording = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/recording/now',
  summary: 'Begin recording or go on (on), pause or stop it',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({ is: z.enum(RULED) }),
  output: RecordingNow,
  limit: OFTEN,
  refusals: [
    ...HERE,
    'only-facilitators',
    'not-recording',
    'recording-elsewhere',
    'no-recorder-here',
    'recording-sealed',
  ],
})

export const answerTheRecording = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/recording/mine',
  summary: 'Agree that my voice is recorded from now on, or not',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ agrees: z.boolean() }),
  output: RecordingNow,
  limit: OFTEN,
  refusals: [...HERE],
})

export const Voice = z.object({
  id: z.string(),
  who: z.string(),
  name: z.string(),
  from: InstantSchema,
  seconds: z.number(),
  bytes: z.int(),
  language: z.string().nullable().meta({ description: 'Interpreted into this; null: the floor' }),
})
export type Voice = z.output<typeof Voice>

export const RecordingShown = z.object({
  title: z.string(),
  is: z.enum(STATES),
  from: InstantSchema.nullable(),
  till: InstantSchema.nullable(),
  voices: z.array(Voice).meta({ description: 'One a file, in the order in which they begin' }),
  cuts: z.array(Part),
  marks: z.array(Mark).meta({ description: 'What the record says, with its moment' }),
  until: Day.nullable(),
  deleted: z.boolean(),
  mine: z.boolean().meta({ description: 'Is my voice in it?' }),
  settled: z.boolean().meta({ description: 'The minutes are approved' }),
  cares: z.boolean().meta({ description: 'May I cut and delete?' }),
})
export type RecordingShown = z.output<typeof RecordingShown>

export const readTheRecording = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/recording',
  summary: 'Read what was recorded: the voices, and what the record says to them',
  who: 'hears-the-recording',
  params: ofGathering,
  output: RecordingShown,
})

export const takeMyVoiceOut = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/recording/mine',
  summary: 'Take my voice out of the recording, whole and for good, until the minutes are approved',
  who: 'of-the-room',
  params: ofGathering,
  limit: OFTEN,
  refusals: ['not-in-the-room', 'not-found', 'recording-settled'],
})

export const cutTheRecording = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/recording/cuts',
  summary: 'Leave a part out: its sound is deleted',
  who: 'of-the-room',
  params: ofGathering,
  body: Part,
  limit: OFTEN,
  refusals: [...CARE, 'still-recording', 'no-such-part'],
})

export const keepTheRecording = operation({
  method: 'PATCH',
  path: '/gatherings/{gathering}/recording',
  summary: 'Set the last day on which it is kept',
  who: 'of-the-room',
  params: ofGathering,
  body: z.object({ until: Day }),
  limit: OFTEN,
  refusals: [...CARE, 'no-such-day'],
})

export const deleteTheRecording = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/recording',
  summary: 'Delete the recording, whole and for good',
  who: 'of-the-room',
  params: ofGathering,
  limit: OFTEN,
  refusals: [...CARE, 'still-recording'],
})

export const takeTheRecording = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/recording/recording.zip',
  summary: 'Take the recording along: a file a voice, and an index',
  who: 'hears-the-recording',
  params: ofGathering,
  produces: 'application/zip',
  limit: { count: 10, seconds: 60 },
})
