/** Leaving, resting, being put out. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs, paragraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { MemberId } from '#slices/circles/api/members.ts'
import { PersonId, When } from '#slices/people/api/shapes.ts'

const circle = z.object({ circle: CircleId })
export const ExclusionId = idOf('exc', 'a case')
const params = z.object({ exclusion: ExclusionId })
const Words = paragraphs(4000)

export const takeNotice = operation({
  method: 'PUT',
  path: '/me/circles/{circle}/notice',
  summary: 'Say that I leave; it holds when the notice of the rules is over, or at once',
  who: 'member-of-circle',
  params: circle,
  output: z.object({ leaves: When }),
  refusals: ['not-inside', 'last-steward'],
})

export const stayAfterAll = operation({
  method: 'DELETE',
  path: '/me/circles/{circle}/notice',
  summary: 'Stay after all',
  who: 'member-of-circle',
  params: circle,
})

export const pauseMe = operation({
  method: 'PUT',
  path: '/me/circles/{circle}/pause',
  summary: 'Rest my membership for so many days',
  who: 'member-of-circle',
  params: circle,
  body: z.object({ days: z.int().min(1).max(3650) }),
  output: z.object({ ends: When }),
  refusals: ['not-inside', 'no-pause', 'pause-granted', 'pause-too-long'],
})

export const endMyPause = operation({
  method: 'DELETE',
  path: '/me/circles/{circle}/pause',
  summary: 'Come back from a pause',
  who: 'member-of-circle',
  params: circle,
})

export const grantPause = operation({
  method: 'PUT',
  path: '/circles/{circle}/members/{member}/pause',
  summary: 'Grant a member a pause of so many days',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, member: MemberId }),
  body: z.object({ days: z.int().min(1).max(3650) }),
  output: z.object({ ends: When }),
  refusals: ['not-inside', 'no-pause', 'pause-too-long'],
})

const PauseWish = z.object({
  days: z.int().min(1).max(3650),
  why: optionalParagraphs(1000).default(''),
})

export const askForPause = operation({
  method: 'PUT',
  path: '/me/circles/{circle}/pause-wish',
  summary: 'Ask the stewards for a pause, where they grant it',
  who: 'member-of-circle',
  params: circle,
  body: PauseWish,
  refusals: ['not-inside', 'no-pause', 'pause-too-long'],
  limit: { count: 10, seconds: 3600 },
})

export const takeWishBack = operation({
  method: 'DELETE',
  path: '/me/circles/{circle}/pause-wish',
  summary: 'Take back that I asked for a pause',
  who: 'member-of-circle',
  params: circle,
})

export const listPauseWishes = operation({
  method: 'GET',
  path: '/circles/{circle}/pause-wishes',
  summary: 'Who asks for a pause',
  who: 'steward-of-circle',
  params: circle,
  output: z.object({
    wishes: z.array(
      z.object({
        person: PersonId,
        name: z.string(),
        days: z.int(),
        why: z.string(),
        asked: When,
      }),
    ),
  }),
})

export const declinePause = operation({
  method: 'POST',
  path: '/circles/{circle}/pause-wishes/{person}/refusal',
  summary: 'Do not grant a pause, with the reason',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, person: PersonId }),
  body: z.object({ reason: Words }),
})

export const endByHand = operation({
  method: 'POST',
  path: '/circles/{circle}/members/{member}/ending',
  summary: 'Write down that a member died, or that a member co-op was dissolved',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, member: MemberId }),
  body: z.object({ why: z.enum(['died', 'dissolved']) }),
  refusals: ['not-inside', 'ending-unfit', 'last-steward'],
})

export const takeEndingBack = operation({
  method: 'DELETE',
  path: '/circles/{circle}/members/{member}/ending',
  summary: 'That was a mistake: back into the class, within thirty days',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, member: MemberId }),
  refusals: ['no-ending'],
})

export const listEndings = operation({
  method: 'GET',
  path: '/circles/{circle}/endings',
  summary: 'Deaths and dissolutions that were written down in the last thirty days',
  who: 'steward-of-circle',
  params: circle,
  output: z.object({
    endings: z.array(
      z.object({
        member: MemberId,
        name: z.string(),
        why: z.enum(['died', 'dissolved']),
        at: When,
      }),
    ),
  }),
})

export const openExclusion = operation({
  method: 'POST',
  path: '/circles/{circle}/exclusions',
  summary: 'Begin the process by which a member may be put out, with its reason',
  who: 'steward-of-circle',
  params: circle,
  body: z.object({ member: MemberId, reason: Words }),
  output: z.object({ exclusion: ExclusionId }),
  refusals: ['no-process', 'not-inside', 'case-open'],
  limit: { count: 20, seconds: 3600 },
})

export const ExclusionShown = z.object({
  id: ExclusionId,
  circle: CircleId,
  circleName: z.string(),
  member: MemberId,
  name: z.string(),
  openedBy: PersonId,
  opened: When,
  reason: z.string(),
  decideFrom: When,
  heard: z.string().nullable(),
  hearingAt: When.nullable(),
  hearingWhere: z.string(),
  outcome: z.enum(['out', 'stays']).nullable(),
  decision: z.string().nullable(),
  decided: When.nullable(),
  appealUntil: When.nullable(),
  appeal: z.string().nullable(),
  appealOutcome: z.enum(['holds', 'lifted']).nullable(),
  appealDecision: z.string().nullable(),
})

export const ExclusionWhole = ExclusionShown.extend({
  openedByName: z.string(),
  rules: z.array(z.string()).meta({ description: 'How it goes by the rules, in sentences' }),
  hearing: z.boolean().meta({ description: 'Whether the rules promise a hearing' }),
  together: z.boolean().meta({ description: 'Whether a circle decides, by consent' }),
  waits: z.enum(['notice', 'hearing', 'hearing-day', 'decision', 'nothing']),
  voices: z.array(z.object({ name: z.string(), out: z.boolean(), text: z.string() })),
  may: z.object({
    answer: z.boolean(),
    setHearing: z.boolean(),
    decide: z.boolean(),
    appeal: z.boolean(),
    decideAppeal: z.boolean(),
  }),
})

export const listExclusions = operation({
  method: 'GET',
  path: '/circles/{circle}/exclusions',
  summary: 'The processes of this circle: all for its stewards and whoever decides, else my own',
  who: 'signed-in',
  params: circle,
  output: z.object({ exclusions: z.array(ExclusionShown) }),
})

export const readExclusion = operation({
  method: 'GET',
  path: '/exclusions/{exclusion}',
  summary: 'One process, whole, and what I may do in it',
  who: 'sees-exclusion',
  params,
  output: ExclusionWhole,
})

export const setHearing = operation({
  method: 'PUT',
  path: '/exclusions/{exclusion}/hearing-day',
  summary: 'Set when and where the member is heard; they are told',
  who: 'leads-exclusion',
  params,
  body: z.object({ at: z.iso.datetime(), where: line(200) }),
  refusals: ['case-over', 'hearing-early'],
})

export const giveVoice = operation({
  method: 'PUT',
  path: '/exclusions/{exclusion}/voice',
  summary: 'Say, as one of those who decide by consent, whether the member goes or stays',
  who: 'decides-exclusion',
  params,
  body: z.object({ out: z.boolean(), text: optionalParagraphs(2000).default('') }),
  refusals: ['case-over', 'own-case'],
})

export const beHeard = operation({
  method: 'PUT',
  path: '/exclusions/{exclusion}/hearing',
  summary: 'Answer, as the member whom it is about, in writing',
  who: 'subject-of-exclusion',
  params,
  body: z.object({ text: Words }),
  refusals: ['case-over'],
})

export const decideExclusion = operation({
  method: 'POST',
  path: '/exclusions/{exclusion}/decision',
  summary: 'Decide whether the member is put out, with the reason',
  who: 'decides-exclusion',
  params,
  body: z.object({ out: z.boolean(), reason: Words }),
  refusals: [
    'case-over',
    'own-case',
    'notice-runs',
    'hearing-comes',
    'not-heard',
    'voices-differ',
    'voices-missing',
    'last-steward',
    'being-voted',
  ],
})

export const appealExclusion = operation({
  method: 'PUT',
  path: '/exclusions/{exclusion}/appeal',
  summary: 'Appeal',
  who: 'subject-of-exclusion',
  params,
  body: z.object({ text: Words }),
  refusals: ['no-appeal'],
})

export const decideAppeal = operation({
  method: 'POST',
  path: '/exclusions/{exclusion}/appeal-decision',
  summary: 'Decide on an appeal: by another than who decided first',
  who: 'steward-for-exclusion',
  params,
  body: z.object({ lifted: z.boolean(), reason: Words }),
  refusals: ['no-appeal', 'own-case', 'being-voted'],
})
