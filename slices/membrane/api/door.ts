/** At the door: applying, vouching, asking, objecting, deciding. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { ClassKey } from '#slices/circles/api/members.ts'
import { PersonId, When } from '#slices/people/api/shapes.ts'
import { CoopGiven } from '../api.ts'
import { FirstShown } from './first.ts'

export const ApplicationId = idOf('apl', 'an application')
const params = z.object({ application: ApplicationId })
const Kind = z.enum(['vouch', 'question', 'answer', 'objection', 'consent'])

export const apply = operation({
  method: 'POST',
  path: '/circles/{circle}/applications',
  summary: 'Apply to come in, for oneself or for a co-op',
  who: 'signed-in',
  params: z.object({ circle: CircleId }),
  body: z.object({
    class: ClassKey,
    answers: z.record(ClassKey, optionalParagraphs(2000)),
    coop: CoopGiven.nullable().default(null),
    website: z.string().max(200).default('').meta({ description: 'Left empty by people' }),
  }),
  refusals: [
    'no-such-way',
    'inside-already',
    'applied-already',
    'class-full',
    'put-out-before',
    'put-out-for-good',
    'answers-missing',
    'coop-needed',
  ],
  limit: { count: 5, seconds: 3600 },
})

export const StepShown = z.object({
  waits: z.enum(['sponsors', 'time', 'first', 'decision', 'nothing']),
  sponsorsMissing: z.int(),
  waitUntil: When.nullable(),
  decideBy: When.nullable(),
  late: z.boolean(),
  objections: z.int(),
  consents: z.int(),
  first: FirstShown.nullable().meta({ description: 'What is given first' }),
})

export const ApplicationShown = z.object({
  id: ApplicationId,
  circle: CircleId,
  circleName: z.string(),
  class: ClassKey,
  className: z.string(),
  person: PersonId,
  name: z.string(),
  coop: CoopGiven.nullable(),
  state: z.enum(['vouching', 'waiting', 'accepted', 'refused', 'withdrawn']),
  made: When,
  step: StepShown,
  sponsors: z.array(z.string()),
  may: z.object({ speak: z.boolean(), decide: z.boolean(), own: z.boolean() }),
})

export const listApplications = operation({
  method: 'GET',
  path: '/circles/{circle}/applications',
  summary: 'Who stands at the door, the longest first',
  who: 'member-of-circle',
  params: z.object({ circle: CircleId }),
  output: z.object({
    applications: z.array(ApplicationShown),
    quiet: z.int().meta({ description: 'Refused without a word in the last thirty days' }),
  }),
})

export const myApplications = operation({
  method: 'GET',
  path: '/me/applications',
  summary: 'My own applications, and where each stands',
  who: 'signed-in',
  output: z.object({ applications: z.array(ApplicationShown) }),
})

export const readApplication = operation({
  method: 'GET',
  path: '/applications/{application}',
  summary: 'One application with its answers, and what was said to it',
  who: 'sees-application',
  params,
  output: ApplicationShown.extend({
    answers: z.array(z.object({ question: z.string(), text: z.string() })),
    words: z.array(
      z.object({
        person: PersonId,
        name: z.string(),
        kind: Kind,
        text: z.string(),
        at: When,
        takenBack: z.boolean(),
      }),
    ),
    reason: z.string().nullable(),
    appeal: z.string().nullable(),
  }),
})

export const sayToApplication = operation({
  method: 'POST',
  path: '/applications/{application}/words',
  summary: 'Vouch, ask, answer, object or consent',
  who: 'sees-application',
  params,
  body: z.object({ kind: Kind, text: optionalParagraphs(2000).default('') }),
  refusals: ['application-over', 'own-application', 'words-missing', 'not-a-decider'],
  limit: { count: 60, seconds: 3600 },
})

export const takeWordBack = operation({
  method: 'DELETE',
  path: '/applications/{application}/words/{kind}',
  summary: 'Take back what I said: my vouching, my objection, my consent',
  who: 'sees-application',
  params: z.object({
    application: ApplicationId,
    kind: z.enum(['vouch', 'objection', 'consent']),
  }),
  refusals: ['application-over'],
})

export const decideApplication = operation({
  method: 'POST',
  path: '/applications/{application}/decision',
  summary: 'Accept somebody, or refuse them with a reason',
  who: 'decides-application',
  params,
  body: z.object({ accept: z.boolean(), reason: optionalParagraphs(2000).default('') }),
  refusals: [
    'application-over',
    'own-application',
    'reason-needed',
    'sponsors-missing',
    'still-waiting',
    'first-not-there',
    'objection-stands',
    'consent-missing',
    'class-full',
    'being-voted',
  ],
})

export const withdrawApplication = operation({
  method: 'DELETE',
  path: '/applications/{application}',
  summary: 'Withdraw my application',
  who: 'own-application',
  params,
  refusals: ['application-over'],
})

export const Reason = paragraphs(4000)
