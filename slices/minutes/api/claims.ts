/** "This was me", of a name in a saved chat. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { OneMinutes } from './params.ts'

export const claimName = operation({
  method: 'POST',
  path: '/minutes/{minutes}/claims',
  summary: 'Say "this was me" of a name in a saved chat',
  who: 'signed-in',
  params: OneMinutes,
  body: z.object({ who: z.string().regex(/^gst_\w{1,60}$/) }),
  output: z.object({ claim: z.string() }),
  refusals: ['nobody-by-that-name'],
})

export const answerClaim = operation({
  method: 'POST',
  path: '/minutes/{minutes}/claims/{claim}',
  summary: 'Confirm that a name was this person, or not',
  who: 'signed-in',
  params: OneMinutes.extend({ claim: z.string().regex(/^clm_\w{1,60}$/) }),
  body: z.object({ answer: z.enum(['yes', 'no']) }),
  output: z.object({ answer: z.enum(['yes', 'no']) }),
  refusals: ['only-who-facilitated', 'no-such-claim'],
})
