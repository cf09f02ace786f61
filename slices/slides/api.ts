/** Slides of a gathering: what is shown to all, what lies ready, and turning the page. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { MOST_PAGES } from './rules/slides.ts'

const ofGathering = z.object({ gathering: idOf('gth', 'a gathering') })
const HERE = ['not-in-the-room', 'gathering-over', 'removed'] as const
const OFTEN = { count: 120, seconds: 60 }

const page = z.int().min(1).max(MOST_PAGES)
const file = idOf('fil', 'a file of the gathering or of one of its items')
const pages = page.meta({ description: 'How many pages it has; a picture has one' })
export const OpenDeck = z.object({ file, page, pages })
export type OpenDeck = z.output<typeof OpenDeck>

export const SlidesNow = z.object({
  shown: OpenDeck.extend({ by: z.string(), at: InstantSchema })
    .nullable()
    .meta({ description: 'What all see now, with who showed it and when' }),
  ready: z
    .record(z.string(), OpenDeck)
    .meta({ description: 'What lies ready for the turn of somebody, by who they are' }),
  seq: z.int().meta({ description: 'The number of the last news; follow `slides:<id>` from it' }),
})
export type SlidesNow = z.output<typeof SlidesNow>

export const readSlides = operation({
  method: 'GET',
  path: '/gatherings/{gathering}/slides',
  summary: 'Read which slides are shown, at which page, and which lie ready',
  who: 'of-the-room',
  params: ofGathering,
  output: SlidesNow,
  refusals: ['not-in-the-room', 'removed'],
})

export const showSlides = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/slides/shown',
  summary: 'Show a PDF or a picture of the gathering to all, open at a page',
  who: 'in-the-room',
  params: ofGathering,
  body: OpenDeck,
  output: SlidesNow,
  limit: OFTEN,
  refusals: [...HERE, 'not-presenting', 'no-such-deck', 'no-such-page'],
})

export const turnThePage = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/slides/page',
  summary: 'Turn the page of the slides that are shown, for all',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ file, page }),
  output: SlidesNow,
  limit: { count: 240, seconds: 60 },
  refusals: [...HERE, 'not-presenting', 'other-slides', 'no-such-page'],
})

export const putSlidesAway = operation({
  method: 'DELETE',
  path: '/gatherings/{gathering}/slides/shown',
  summary: 'Put the slides that are shown away',
  who: 'in-the-room',
  params: ofGathering,
  output: SlidesNow,
  limit: OFTEN,
  refusals: [...HERE, 'not-presenting'],
})

export const laySlidesReady = operation({
  method: 'PUT',
  path: '/gatherings/{gathering}/slides/ready',
  summary: 'Lay slides ready for my own turn, open at a page, or take them back',
  who: 'in-the-room',
  params: ofGathering,
  body: z.object({ deck: OpenDeck.nullable() }),
  output: SlidesNow,
  limit: OFTEN,
  refusals: [...HERE, 'no-such-deck', 'no-such-page'],
})
