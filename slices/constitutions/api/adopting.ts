/** Proposing and adopting a version. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs } from '#kernel/text.ts'
import { Day, ofCircle, VersionId } from './shapes.ts'

const State = z.object({
  state: z.enum(['proposed', 'adopted']),
  number: z.int().nullable().meta({ description: 'Once it is adopted' }),
})

export const adopt = operation({
  method: 'POST',
  path: '/circles/{circle}/constitution/draft/proposal',
  summary: 'Put the draft forward with the day from which it holds; a lone steward adopts it',
  who: 'steward-of-circle',
  params: ofCircle,
  body: z.object({ day: Day, why: optionalParagraphs(1000).default('') }),
  output: State,
  refusals: ['no-draft', 'day-passed', 'rules-unsound', 'members-decide'],
})

export const confirmProposal = operation({
  method: 'POST',
  path: '/circles/{circle}/constitution/draft/adoption',
  summary: 'Adopt, as another steward, what was put forward',
  who: 'steward-of-circle',
  params: ofCircle,
  body: z.object({ version: VersionId }),
  output: State,
  refusals: [
    'nothing-proposed',
    'another-steward',
    'day-passed',
    'rules-unsound',
    'being-voted',
    'members-decide',
  ],
})

export const takeBackProposal = operation({
  method: 'DELETE',
  path: '/circles/{circle}/constitution/draft/proposal',
  summary: 'Make what was put forward a draft again',
  who: 'steward-of-circle',
  params: ofCircle,
  refusals: ['nothing-proposed', 'being-voted'],
})
