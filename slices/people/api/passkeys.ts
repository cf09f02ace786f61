/** Passkeys: added, used, named, removed. The inner shapes are those of WebAuthn's JSON. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { line } from '#kernel/text.ts'
import { SignedIn, When } from './shapes.ts'

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/)
const credential = { id: bytes, rawId: bytes, type: z.literal('public-key') }

export const Registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
})

export const Assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
  }),
})

const Options = z.object({
  options: z.looseObject({ challenge: z.string() }).meta({ description: 'For the browser' }),
})
const PasskeyId = idOf('psk', 'a passkey')
const PasskeyName = line(60)
const params = z.object({ passkey: PasskeyId })

export const askForPasskey = operation({
  method: 'POST',
  path: '/sign-in/passkey/options',
  summary: 'Begin to sign in with a passkey',
  who: 'anyone',
  output: Options,
})

export const signInWithPasskey = operation({
  method: 'POST',
  path: '/sign-in/passkey',
  summary: 'Sign in with a passkey',
  who: 'anyone',
  body: z.object({ response: Assertion }),
  output: SignedIn,
  refusals: ['passkey-refused'],
})

export const beginPasskey = operation({
  method: 'POST',
  path: '/me/passkeys/options',
  summary: 'Begin to add a passkey',
  who: 'signed-in',
  output: Options,
})

export const addPasskey = operation({
  method: 'POST',
  path: '/me/passkeys',
  summary: 'Add a passkey',
  who: 'signed-in',
  body: z.object({ response: Registration, name: PasskeyName }),
  output: z.object({ passkey: PasskeyId }),
  refusals: ['passkey-refused'],
})

export const listPasskeys = operation({
  method: 'GET',
  path: '/me/passkeys',
  summary: 'My passkeys',
  who: 'signed-in',
  output: z.object({
    passkeys: z.array(
      z.object({ id: PasskeyId, name: z.string(), made: When, used: When.nullable() }),
    ),
  }),
})

export const namePasskey = operation({
  method: 'PATCH',
  path: '/me/passkeys/{passkey}',
  summary: 'Give a passkey another name',
  who: 'signed-in',
  params,
  body: z.object({ name: PasskeyName }),
})

export const removePasskey = operation({
  method: 'DELETE',
  path: '/me/passkeys/{passkey}',
  summary: 'Remove a passkey',
  who: 'signed-in',
  params,
})
