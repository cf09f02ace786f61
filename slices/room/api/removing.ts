/** Who has to stay outside. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { CARE, Done, ofPerson, OFTEN } from './params.ts'

const care = { who: 'facilitator-of-the-room', output: Done, limit: OFTEN } as const

export const removeSomebody = operation({
  ...care,
  method: 'POST',
  path: '/gatherings/{gathering}/room/people/{who}/remove',
  summary: 'Remove somebody from the gathering, with a reason that facilitators see',
  params: ofPerson,
  body: z.object({ reason: line(300) }),
  refusals: [...CARE, 'nobody-by-that-id', 'facilitators-stay'],
})
