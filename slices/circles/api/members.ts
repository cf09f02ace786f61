/** Who is inside: by class, on any day, page by page; and the histories. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { Address, PersonId, PersonName, When } from '#slices/people/api/shapes.ts'
import { CircleId, RoleName } from '../api.ts'

export const MemberId = z.union([PersonId, CircleId])
export const DelegateId = idOf('dlg', 'a delegate')
export const ClassKey = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'is not the key of a class' })
export const DayText = z.iso.date().meta({ description: 'A day in the zone of the hall' })
export const Shown = z.enum(['name', 'number'])
const params = z.object({ circle: CircleId })

export const MemberShown = z.object({
  member: MemberId,
  kind: z.enum(['person', 'circle']),
  name: z.string(),
  class: z.string(),
  from: When,
  until: When.nullable(),
  roles: z.array(RoleName),
  speaksFor: z
    .array(z.object({ id: CircleId, name: z.string() }))
    .meta({ description: 'The member circles for which this person speaks here, too' }),
  paused: When.nullable().meta({ description: 'Until when the membership rests' }),
})

export const listMembers = operation({
  method: 'GET',
  path: '/circles/{circle}/members',
  summary: 'Who is inside a circle, now or on a day, by name, fifty at a time',
  who: 'sees-members-of-circle',
  params,
  query: z.object({
    on: DayText.optional(),
    words: z.string().max(100).optional(),
    class: ClassKey.optional(),
    after: z
      .string()
      .max(1000)
      .optional()
      .meta({ description: 'What the page before gave as next' }),
  }),
  output: z.object({
    members: z.array(MemberShown),
    next: z.string().nullable(),
    found: z.int(),
    classes: z.array(
      z.object({ class: z.string(), name: z.string(), persons: z.int(), circles: z.int() }),
    ),
  }),
  refusals: ['page-unknown'],
})

export const readHistory = operation({
  method: 'GET',
  path: '/circles/{circle}/members/{member}/history',
  summary: 'The stretches of one membership, the oldest first',
  who: 'sees-members-of-circle',
  params: z.object({ circle: CircleId, member: MemberId }),
  output: z.object({
    history: z.array(z.object({ class: z.string(), from: When, until: When.nullable() })),
  }),
})

export const changeMemberClass = operation({
  method: 'PUT',
  path: '/circles/{circle}/members/{member}/class',
  summary: 'Put a member into another class, from now on',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, member: MemberId }),
  body: z.object({ class: ClassKey }),
  refusals: ['not-inside', 'no-such-class'],
})

export const showMe = operation({
  method: 'PUT',
  path: '/me/circles/{circle}/shown',
  summary: 'How I wish to be shown to the world as a member: by name, or only counted',
  who: 'member-of-circle',
  params,
  body: z.object({ shown: Shown }),
  refusals: ['not-inside'],
})

export const DelegateInPlace = z.object({
  id: DelegateId,
  body: CircleId,
  person: PersonId,
  alternate: z.boolean(),
  mandate: z.string(),
  from: When,
  ends: When.nullable(),
})

export const DelegateShown = DelegateInPlace.extend({
  bodyName: z.string(),
  name: z.string(),
  member: z.boolean().meta({ description: 'Whether they are a member in their own right, too' }),
})

export const listDelegates = operation({
  method: 'GET',
  path: '/circles/{circle}/delegates',
  summary: 'Who speaks for member circles here',
  who: 'sees-members-of-circle',
  params,
  output: z.object({ delegates: z.array(DelegateShown) }),
})

const voice = z.object({ circle: CircleId, body: CircleId, person: PersonId })

export const nameDelegate = operation({
  method: 'PUT',
  path: '/circles/{circle}/delegates/{body}/{person}',
  summary: 'Send somebody to speak for a member circle',
  who: 'steward-of-body',
  params: voice,
  body: z.object({
    alternate: z.boolean().default(false),
    mandate: optionalParagraphs(2000).default(''),
    until: DayText.nullable().default(null).meta({ description: 'The last day of the term' }),
  }),
  output: z.object({ delegate: DelegateId }),
  refusals: ['body-not-inside', 'not-of-the-body', 'term-over'],
})

export const inviteDelegate = operation({
  method: 'POST',
  path: '/circles/{circle}/delegates/{body}/invitations',
  summary: 'Send somebody by their mail address to speak for a co-op that lives elsewhere',
  who: 'steward-of-body',
  params: z.object({ circle: CircleId, body: CircleId }),
  body: z.object({
    email: Address,
    name: PersonName,
    alternate: z.boolean().default(false),
    mandate: optionalParagraphs(2000).default(''),
    until: DayText.nullable().default(null).meta({ description: 'The last day of the term' }),
  }),
  output: z.object({
    known: z.boolean().meta({ description: 'They are known here and speak from now on' }),
  }),
  refusals: ['body-not-inside', 'lives-here', 'term-over'],
  limit: { count: 30, seconds: 3600 },
})

export const recallDelegate = operation({
  method: 'DELETE',
  path: '/circles/{circle}/delegates/{body}/{person}',
  summary: 'Somebody speaks for a member circle no longer',
  who: 'steward-of-body',
  params: voice,
})

export const CardGiven = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'is not a country code' })
    .nullable()
    .default(null),
  place: line(80).or(z.literal('')).default(''),
  does: line(200).or(z.literal('')).default(''),
  tools: line(200).or(z.literal('')).default(''),
  contacts: optionalParagraphs(500).default(''),
  site: z
    .url({ protocol: /^https?$/, error: 'is not an address of the web' })
    .max(300)
    .or(z.literal(''))
    .default(''),
})

export const knowCoop = operation({
  method: 'POST',
  path: '/circles/{circle}/coops',
  summary: 'Take in a member co-op that lives elsewhere',
  who: 'steward-of-circle',
  params,
  body: CardGiven.extend({ name: line(80), class: ClassKey.optional() }),
  output: z.object({ id: CircleId }),
  refusals: ['no-such-class'],
})

export const writeCard = operation({
  method: 'PUT',
  path: '/circles/{circle}/card',
  summary: 'What a member co-op says of itself in the directory',
  who: 'steward-of-circle',
  params,
  body: CardGiven,
  refusals: ['not-a-coop'],
})

export const CoopShown = CardGiven.extend({
  id: CircleId,
  name: z.string(),
  class: z.string(),
  elsewhere: z.boolean(),
})

export const CoopInList = CoopShown.omit({ contacts: true })

export const listCoops = operation({
  method: 'GET',
  path: '/circles/{circle}/coops',
  summary: 'The member co-ops of a circle, by country and name',
  who: 'anyone',
  params,
  query: z.object({
    words: z.string().max(100).optional(),
    country: z.string().max(2).optional(),
  }),
  output: z.object({ coops: z.array(CoopInList) }),
})

export const readCard = operation({
  method: 'GET',
  path: '/circles/{circle}/card',
  summary: 'What a member co-op says of itself, with its contacts',
  who: 'sees-members-of-circle',
  params,
  output: CardGiven,
  refusals: ['not-a-coop'],
})
