/** Interpretation of a gathering: who interprets into which language, and asking for slower. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Language } from '#slices/captions/api.ts'
import { Who } from './rules/interpretation.ts'

const Gathering = idOf('gth', 'a gathering')
const ofGathering = z.object({ gathering: Gathering })
const HERE = ['not-in-the-room', 'gathering-over', 'removed'] as const

export const InterpretationNow = z.object({
  interpreters: z
    .record(z.string(), Language)
    .meta({ description: 'Who interprets, and into which language' }),
  seq: z.int().meta({
    description: 'The number of the last news; follow `interpretation:<id>` from it',
  }),
})
export type InterpretationNow = z.output<typeof InterpretationNow>

export const readInterpretation = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/interpretation',
  summary: 'Read who interprets, and into which language',
  who: 'of-the-room',
  params: ofGathering,
  output: InterpretationNow,
  refusals: ['not-in-the-room', 'removed'],
})

export const nameAnInterpreter = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/interpretation/interpreters/{who}',
  summary: 'Let somebody interpret into a language, or (null) no longer',
  who: 'in-the-room',
  params: z.object({ gathering: Gathering, who: Who }),
  body: z.object({ language: Language.nullable() }),
  output: InterpretationNow,
  limit: { count: 60, seconds: 60 },
  refusals: [...HERE, 'only-facilitators', 'not-here-to-interpret'],
})

export const askToGoSlower = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/interpretation/slower',
  summary: 'As an interpreter, ask whoever speaks to go slower',
  who: 'in-the-room',
  params: ofGathering,
  output: InterpretationNow,
  limit: { count: 6, seconds: 60 },
  refusals: [...HERE, 'not-an-interpreter'],
})
