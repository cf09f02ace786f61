/** Oneself: profile, sessions, address, data, leaving. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { Address, CodeText, LocaleName, PersonId, PersonName, When, Zone } from './shapes.ts'

export const Me = z.object({
  id: PersonId,
  name: z.string(),
  email: z.string().nullable(),
  locale: LocaleName.nullable(),
  zone: z.string().nullable(),
  addressed: z.string().nullable(),
})

export const whoAmI = operation({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in here',
  who: 'anyone',
  output: z.object({
    person: Me.nullable(),
    guests: z
      .array(z.string())
      .meta({ description: 'The names of guests of this browser that are nobody yet' }),
  }),
})

export const changeMe = operation({
  method: 'PATCH',
  path: '/me',
  summary: 'Change my profile',
  who: 'signed-in',
  body: z.object({
    name: PersonName.optional(),
    locale: LocaleName.nullable().optional(),
    zone: Zone.nullable().optional(),
    addressed: line(60)
      .nullable()
      .optional()
      .meta({ description: 'How I wish to be addressed, such as she/her' }),
  }),
  output: Me,
})

export const keepWords = operation({
  method: 'POST',
  path: '/me/guests',
  summary: 'The guests of this browser were me: keep what they wrote',
  who: 'signed-in',
  output: z.object({ kept: z.int() }),
})

const SessionId = idOf('ses', 'a session')

export const listSessions = operation({
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where I am signed in',
  who: 'signed-in',
  output: z.object({
    sessions: z.array(
      z.object({ id: SessionId, agent: z.string(), opened: When, seen: When, here: z.boolean() }),
    ),
  }),
})

export const endSession = operation({
  method: 'DELETE',
  path: '/me/sessions/{session}',
  summary: 'End one of my sessions',
  who: 'signed-in',
  params: z.object({ session: SessionId }),
})

export const endOtherSessions = operation({
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'End all my other sessions',
  who: 'signed-in',
  output: z.object({ ended: z.int() }),
})

export const askToMove = operation({
  method: 'POST',
  path: '/me/address/codes',
  summary: 'Ask for a code to another mail address of mine',
  who: 'signed-in',
  body: z.object({ email: Address }),
  output: z.object({ minutes: z.int() }),
  refusals: ['asked-often'],
})

export const moveAddress = operation({
  method: 'PUT',
  path: '/me/address',
  summary: 'Use another mail address, shown to be mine by its code',
  who: 'signed-in',
  body: z.object({ email: Address, code: CodeText }),
  output: Me,
  refusals: ['code-wrong', 'code-spent', 'code-expired'],
})

export const eraseMe = operation({
  method: 'DELETE',
  path: '/me',
  summary: 'Leave the hall and be erased',
  who: 'signed-in',
  refusals: ['last-steward'],
})

export const takeData = operation({
  method: 'GET',
  path: '/me/data',
  summary: 'All that the hall holds of me, as JSON',
  who: 'anyone',
  output: z.looseObject({}),
})

export const readData = operation({
  method: 'GET',
  path: '/me/data.html',
  summary: 'All that the hall holds of me, as a page',
  who: 'anyone',
  produces: 'text/html',
})
