/** What is written down. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { Who } from '../rules/call.ts'
import { Done, HERE, ofGathering, OFTEN } from './params.ts'

const here = { who: 'in-the-room', output: Done, limit: OFTEN } as const

const WritingId = z.string().regex(/^wri_\w{1,60}$/, { error: 'not the id of something written' })

const writing = z.union([
  z.object({ kind: z.literal('decision'), text: paragraphs(2000) }),
  z.object({
    kind: z.literal('action'),
    text: paragraphs(2000),
    who: Who.nullish(),
    name: line(80).nullish(),
    due: z.iso.date().nullish(),
  }),
])

const ofWriting = ofGathering.extend({ writing: WritingId })

export const writeItDown = operation({
  ...here,
  method: 'POST',
  path: '/gatherings/{gathering}/room/written',
  summary: 'Write down a decision or an action, at the item that runs',
  params: ofGathering,
  body: writing,
  output: Done.extend({ writing: WritingId }),
  refusals: [...HERE, 'only-note-takers', 'nobody-by-that-id'],
})

export const mendTheWriting = operation({
  ...here,
  method: 'PUT',
  path: '/gatherings/{gathering}/room/written/{writing}',
  summary: 'Mend what was written down',
  params: ofWriting,
  body: writing,
  refusals: [...HERE, 'only-note-takers', 'no-such-writing', 'nobody-by-that-id'],
})

export const takeTheWritingBack = operation({
  ...here,
  method: 'DELETE',
  path: '/gatherings/{gathering}/room/written/{writing}',
  summary: 'Take back what was written down',
  params: ofWriting,
  refusals: [...HERE, 'only-note-takers', 'no-such-writing'],
})
