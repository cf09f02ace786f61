/** Sound and picture of a gathering: what there is, its shape, and what facilitators may stop. */
import { z } from 'zod'
import { MEDIA_WORDS } from '#kernel/media/state.ts'
import { operation } from '#kernel/operation.ts'
import { RoomId } from '#slices/room/api.ts'
import { SHAPES, SHARES, SOURCES } from './rules/voices.ts'

const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)
const ofGathering = z.object({ gathering: RoomId })
const CARE = ['not-in-the-room', 'gathering-over', 'removed', 'only-facilitators'] as const
const OFTEN = { count: 60, seconds: 60 }

export const Voices = z.object({
  media: z.enum(MEDIA_WORDS).meta({ description: 'Whether sound and picture can be had now' }),
  shape: z.enum(SHAPES),
  chosen: z.boolean().meta({ description: 'Did a facilitator choose the shape?' }),
  shares: z.enum(SHARES).meta({ description: 'How many screens may be shared at a time' }),
  spotlight: Who.nullable().meta({ description: 'Whom facilitators put before all' }),
  let: z
    .record(z.string(), z.boolean())
    .meta({ description: 'Whom facilitators let speak (true) or only listen (false), by `who`' }),
  sealed: z.boolean().meta({
    description:
      'Do sound and picture open only with a key that browsers hand on and the hall has not?',
  }),
  seq: z.int().meta({ description: 'The number of the last news; follow `voices:<id>` from it' }),
})
export type Voices = z.output<typeof Voices>

export const readVoices = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/voices',
  summary: 'Read whether one can hear and see each other, and in which shape',
  who: 'of-the-room',
  params: ofGathering,
  output: Voices,
  refusals: ['not-in-the-room', 'removed'],
})

export const ruleVoices = operation({
  method: 'PATCH',
  path: '/gatherings/{gathering}/voices',
  summary:
    'Rule who speaks: all (circle), those on the stage (plenary), or by the size (null); one screen or several; whom all look at',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  body: z.object({
    shape: z.enum(SHAPES).nullable().optional(),
    shares: z.enum(SHARES).optional(),
    spotlight: Who.nullable().optional(),
  }),
  output: Voices,
  limit: OFTEN,
  refusals: [...CARE],
})

export const letSpeak = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/voices/{who}/speak',
  summary: 'Let somebody speak, or only listen, whatever the shape; null: as the shape has it',
  who: 'facilitator-of-the-room',
  params: z.object({ gathering: RoomId, who: Who }),
  body: z.object({ speak: z.boolean().nullable() }),
  output: Voices,
  limit: OFTEN,
  refusals: [...CARE],
})

export const stopSending = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/voices/{who}/stop',
  summary: 'Mute somebody, or stop their camera or what they share; only they can begin again',
  who: 'facilitator-of-the-room',
  params: z.object({ gathering: RoomId, who: Who }),
  body: z.object({ what: z.enum(SOURCES) }),
  output: z.object({ stopped: z.int().meta({ description: 'How many were stopped' }) }),
  limit: OFTEN,
  refusals: [...CARE, 'no-sound-now'],
})

export const muteAll = operation({
  method: 'POST',
  path: '/gatherings/{gathering}/voices/mute-all',
  summary:
    'Mute everybody but oneself and those who interpret; each can begin again by themselves where they may speak',
  who: 'facilitator-of-the-room',
  params: ofGathering,
  output: z.object({ stopped: z.int() }),
  limit: OFTEN,
  refusals: [...CARE, 'no-sound-now'],
})
