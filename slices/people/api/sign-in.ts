/** Coming in: by code, by a link of once, and going out again. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Address, CodeText, PersonName, SignedIn, When } from './shapes.ts'

export const askForCode = operation({
  method: 'POST',
  path: '/sign-in/codes',
  summary: 'Ask for a sign-in code by mail',
  who: 'anyone',
  body: z.object({ email: Address }),
  output: z.object({ minutes: z.int().meta({ description: 'How long a code lives' }) }),
  refusals: ['asked-often'],
  limit: { count: 60, seconds: 60 },
})

export const signInWithCode = operation({
  method: 'POST',
  path: '/sign-in',
  summary: 'Sign in with the code that came by mail',
  who: 'anyone',
  body: z.object({ email: Address, code: CodeText }),
  output: SignedIn,
  refusals: ['code-wrong', 'code-spent', 'code-expired'],
  limit: { count: 60, seconds: 60 },
})

export const signOut = operation({
  method: 'POST',
  path: '/sign-out',
  summary: 'Sign out of this browser',
  who: 'anyone',
})

const token = z.string().min(20).max(100)

export const readLink = operation({
  method: 'POST',
  path: '/links/read',
  summary: 'What a one-time link stands for',
  who: 'anyone',
  body: z.object({ token }),
  output: z.object({
    kind: z.enum(['invitation', 'way-back']),
    name: z.string().nullable().meta({ description: 'The name that the person has or was given' }),
    by: z.string().nullable(),
    known: z.boolean().meta({ description: 'Whether the account is there already' }),
    ends: When,
  }),
  refusals: ['link-over'],
})

export const takeLink = operation({
  method: 'POST',
  path: '/links',
  summary: 'Take a one-time link: come in by invitation, or back in',
  who: 'anyone',
  body: z.object({ token, name: PersonName.optional() }),
  output: SignedIn,
  refusals: ['link-over', 'own-name-needed'],
})
