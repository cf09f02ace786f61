/** Captions of a gathering: who writes them, the lines, the door for a speech engine, the files. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { Who } from './rules/captions.ts'
import { Language } from './rules/languages.ts'

export { Language } from './rules/languages.ts'

const Gathering = idOf('gth', 'a gathering')
const ofGathering = z.object({ gathering: Gathering })
const HERE = ['not-in-the-room', 'gathering-over', 'removed'] as const
const CARE = [...HERE, 'only-facilitators'] as const
const OFTEN = { count: 60, seconds: 60 }
/** Fast speech is some 20 short lines a minute; an engine may cut it finer. */
const LINES = { count: 240, seconds: 60 }

export const MOST_CHARACTERS = 300

export const CaptionLine = z.object({
  seq: z.int(),
  at: InstantSchema,
  from: InstantSchema.meta({ description: 'When it was begun' }),
  language: Language,
  by: z.string().nullable().meta({ description: 'Who typed it; null: a speech engine' }),
  speaker: z
    .string()
    .nullable()
    .meta({ description: 'Whose words, where one alone had the floor' }),
  text: z.string(),
  hidden: z.boolean(),
})
export type CaptionLine = z.output<typeof CaptionLine>

export const CaptionsNow = z.object({
  captioners: z.record(z.string(), Language).meta({ description: 'Who writes, in which language' }),
  engine: z
    .string()
    .nullable()
    .meta({ description: 'The name of the speech engine that may write' }),
  languages: z.array(Language).meta({ description: 'In which there are lines' }),
  seq: z.int().meta({ description: 'The number of the last news; follow `captions:<id>` from it' }),
})
export type CaptionsNow = z.output<typeof CaptionsNow>

export const readCaptions = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/captions',
  summary: 'Read who writes captions, and in which languages there are any',
  who: 'reads-captions',
  params: ofGathering,
  output: CaptionsNow,
})

export const readCaptionLines = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/captions/lines',
  summary: 'Read the last lines of captions, or those before one',
  who: 'reads-captions',
  params: ofGathering,
  query: z.object({
    language: Language.optional(),
    before: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ lines: z.array(CaptionLine), names: z.record(z.string(), z.string()) }),
})

export const nameACaptioner = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/captions/captioners/{who}',
  summary: 'Let somebody write captions in a language, or (null) no longer',
  who: 'in-the-room',
  params: z.object({ gathering: Gathering, who: Who }),
  body: z.object({ language: Language.nullable() }),
  output: CaptionsNow,
  limit: OFTEN,
  refusals: [...CARE, 'not-here-to-caption', 'sealed'],
})

export const caption = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/captions/lines',
  summary: 'Write a line of captions, in the language that I was named for',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({
    text: line(MOST_CHARACTERS),
    from: InstantSchema.optional().meta({ description: 'When I began it' }),
  }),
  output: z.object({ line: z.int() }),
  limit: LINES,
  refusals: [...HERE, 'not-a-captioner'],
})

export const hideACaption = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/captions/lines/{line}',
  summary: 'Take the words of a line away: mine as captioner or speaker, any as facilitator',
  who: 'of-the-room',
  params: z.object({ gathering: Gathering, line: z.coerce.number().int().positive() }),
  limit: OFTEN,
  refusals: ['not-in-the-room', 'not-found', 'not-yours-to-hide'],
})

export const letAnEngineIn = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/captions/engine',
  summary: 'Let a speech engine of our own write captions; the key is shown this once',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({ name: line(60) }),
  output: z.object({ key: z.string() }),
  limit: { count: 10, seconds: 60 },
  refusals: [...CARE, 'sealed'],
})

export const putTheEngineOut = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/captions/engine',
  summary: 'Let the speech engine write no longer; its key opens nothing any more',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  output: CaptionsNow,
  refusals: [...CARE],
})

export const captionByEngine = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/captions/engine/lines',
  summary: 'For a speech engine: write a line, or say what is being heard (interim, not kept)',
  who: 'holds-the-engine-key',
  params: ofGathering,
  body: z.object({
    language: Language,
    text: line(MOST_CHARACTERS),
    interim: z.boolean().default(false),
    from: InstantSchema.optional(),
    speaker: Who.nullable()
      .optional()
      .meta({ description: 'Whose words; left out: who alone has the floor' }),
  }),
  output: z.object({ line: z.int().nullable() }),
  limit: { count: 600, seconds: 60 },
  refusals: ['no-such-engine', 'gathering-over'],
})

export const FORMATS = ['vtt', 'txt'] as const

export const takeCaptions = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/captions/{language}/{format}',
  summary: 'Take all captions of a language along, as WebVTT or as text',
  who: 'reads-captions',
  params: z.object({ gathering: Gathering, language: Language, format: z.enum(FORMATS) }),
  produces: 'text/vtt',
})
