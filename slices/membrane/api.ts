/** The membrane in one page: who is inside, what it means, how one comes in; and coming in. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { ClassKey, Shown } from '#slices/circles/api/members.ts'
import { Address, PersonName, When } from '#slices/people/api/shapes.ts'

const params = z.object({ circle: CircleId })
const Cited = z.object({
  text: z.string(),
  cite: z.string().nullable().meta({ description: 'The number of the rule: 3.5' }),
})

export const ClassShown = z.object({
  key: ClassKey,
  name: z.string(),
  line: z.string(),
  holds: z.enum(['persons', 'co-ops', 'both']),
  persons: z.int(),
  circles: z.int(),
  places: z.int().nullable().meta({ description: 'Places left; null without an end' }),
  gives: z.array(Cited),
  gets: z.array(Cited),
  comesIn: z.array(Cited),
  open: z.boolean(),
  first: z.boolean().meta({ description: 'Whether something is given first' }),
  applies: z.boolean(),
  questions: z.array(z.object({ key: z.string(), text: z.string() })),
})

export const readMembrane = operation({
  method: 'GET',
  path: '/circles/{circle}/membrane',
  summary: 'Who is inside by class, what each class gives, and how one comes in and leaves',
  who: 'anyone',
  params,
  output: z.object({
    id: CircleId,
    name: z.string(),
    purpose: z.string(),
    version: z.int().nullable(),
    coming: z
      .array(z.object({ number: z.int(), day: z.iso.date() }))
      .meta({ description: 'Versions that hold from a day to come' }),
    count: z.int(),
    classes: z.array(ClassShown),
    others: z.int().meta({ description: 'Members in a class that the rules do not name' }),
    leaving: z.array(Cited),
    exclusion: z.boolean().meta({ description: 'Whether the rules say how one is put out' }),
    mine: z
      .object({
        class: z.string().nullable(),
        from: When.nullable(),
        shown: Shown.nullable(),
        trialUntil: When.nullable(),
        pausedUntil: When.nullable(),
        leaves: When.nullable(),
        invites: z.boolean(),
        pauses: z.boolean().meta({ description: 'Whether one rests by saying so' }),
        pauseDays: z.int().nullable().meta({ description: 'The longest; null: there is none' }),
        wish: z.int().nullable().meta({ description: 'For how many days I have asked' }),
        noticeDays: z.int(),
        wouldLeave: When.meta({ description: 'When I leave if I say so now' }),
      })
      .nullable()
      .meta({ description: 'My own place; null for who is not signed in' }),
  }),
})

export const knock = operation({
  method: 'POST',
  path: '/circles/{circle}/knock',
  summary:
    'Stand at the door: with a code that comes by mail you can then sign in, and come in or apply',
  who: 'anyone',
  params,
  body: z.object({
    email: Address,
    name: PersonName,
    class: ClassKey,
    token: z.string().max(100).optional().meta({ description: 'Of a link that invites' }),
    website: z.string().max(200).default('').meta({ description: 'Left empty by people' }),
  }),
  refusals: ['no-such-way', 'link-over'],
  limit: { count: 10, seconds: 600 },
})

export const comeInOpenly = operation({
  method: 'POST',
  path: '/circles/{circle}/joining',
  summary: 'Come in into a class that is open',
  who: 'signed-in',
  params,
  body: z.object({ class: ClassKey, shown: Shown.default('number') }),
  refusals: [
    'no-such-way',
    'inside-already',
    'class-full',
    'put-out-before',
    'put-out-for-good',
    'first-lacks',
  ],
  limit: { count: 20, seconds: 600 },
})

const LinkId = idOf('lnk', 'a link')
const LinkShown = z.object({
  id: LinkId,
  class: ClassKey,
  uses: z.int(),
  used: z.int(),
  made: When,
  ends: When,
})

export const makeJoinLink = operation({
  method: 'POST',
  path: '/circles/{circle}/links',
  summary: 'Make a link by which one or several come in into a class, for a time',
  who: 'invites-to-circle',
  params,
  body: z.object({ class: ClassKey, uses: z.int().min(1).max(1000).default(1) }),
  output: z.object({ link: z.string(), id: LinkId, ends: When }),
  refusals: ['no-such-way', 'too-many-uses'],
  limit: { count: 60, seconds: 3600 },
})

export const listJoinLinks = operation({
  method: 'GET',
  path: '/circles/{circle}/links',
  summary: 'The links that still let somebody in',
  who: 'steward-of-circle',
  params,
  output: z.object({ links: z.array(LinkShown) }),
})

export const endJoinLink = operation({
  method: 'DELETE',
  path: '/circles/{circle}/links/{link}',
  summary: 'End a link before its time',
  who: 'steward-of-circle',
  params: z.object({ circle: CircleId, link: LinkId }),
})

const token = z.string().min(20).max(100)

export const readJoinLink = operation({
  method: 'POST',
  path: '/join-links/read',
  summary: 'Into which circle and class a link lets somebody',
  who: 'anyone',
  body: z.object({ token }),
  output: z.object({
    circle: CircleId,
    name: z.string(),
    class: ClassKey,
    className: z.string(),
    ends: When,
  }),
  refusals: ['link-over'],
})

export const takeJoinLink = operation({
  method: 'POST',
  path: '/join-links',
  summary: 'Come in by a link',
  who: 'signed-in',
  body: z.object({ token, shown: Shown.default('number') }),
  output: z.object({ circle: CircleId }),
  refusals: ['link-over', 'inside-already', 'class-full', 'put-out-before', 'put-out-for-good'],
})

export const CoopGiven = z.object({
  name: line(80),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  place: line(80).or(z.literal('')).default(''),
  does: line(200).or(z.literal('')).default(''),
})
