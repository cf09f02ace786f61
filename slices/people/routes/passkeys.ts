/** Passkeys, checked by @simplewebauthn/server; a challenge works once, in the browser that got it. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import {
  addPasskey,
  askForPasskey,
  beginPasskey,
  listPasskeys,
  namePasskey,
  removePasskey,
  signInWithPasskey,
} from '../api/passkeys.ts'
import type { PersonId } from '../rules/names.ts'
import {
  addPasskey as storePasskey,
  keepChallenge,
  namePasskey as rename,
  passkeysOf,
  passkeyWith,
  removePasskey as remove,
  useChallenge,
  usePasskey,
} from '../store/passkeys.ts'
import { personOf } from '../store/persons.ts'
import { browserIn, enter, welcome } from './entrance.ts'
import { hallName } from './letters.ts'
import { meIn } from './oneself.ts'

const site = ({ hall }: Pick<Call, 'hall'>) => ({
  expectedOrigin: hall.config.origin,
  expectedRPID: new URL(hall.config.origin).hostname,
})

async function begin<O extends { challenge: string }>(
  call: Call,
  options: O,
  person: PersonId | null,
) {
  const browser = browserIn(call)
  const { challenge } = options
  await call.hall.transact((tx) => keepChallenge(tx, { challenge, browser, person, now: call.now }))
  return { options: { ...Object.fromEntries(Object.entries(options)), challenge } }
}

/** Asks the library; whatever it throws or denies is the one refusal, which says nothing of why. */
async function checked<T>(check: () => Promise<{ verified: boolean } & T>): Promise<T> {
  const answer = await check().catch(() => null)
  if (!answer?.verified) throw new Refused('passkey-refused')
  return answer
}

function challengeOf(call: Call, person: PersonId | null) {
  const browser = call.caller.browser ?? ''
  return (challenge: string) =>
    call.hall.transact((tx) => useChallenge(tx, { challenge, browser, person, now: call.now }))
}

const addingServings = [
  serve(beginPasskey, async (call) => {
    const me = await meIn(call)
    const known = await passkeysOf(call.db, me.id)
    const options = await generateRegistrationOptions({
      rpName: await hallName(call.db),
      rpID: site(call).expectedRPID,
      userName: me.email ?? me.name,
      userDisplayName: me.name,
      userID: new TextEncoder().encode(me.id),
      excludeCredentials: known.map(({ credential, transports }) => ({
        id: credential,
        transports,
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    })
    return begin(call, options, me.id)
  }),
  serve(addPasskey, async (call) => {
    const me = await meIn(call)
    const { response, name } = call.body
    const { transports, ...inner } = response.response
    const { registrationInfo } = await checked(() =>
      verifyRegistrationResponse({
        response: { ...response, response: inner, clientExtensionResults: {} },
        expectedChallenge: challengeOf(call, me.id),
        requireUserVerification: false,
        ...site(call),
      }),
    )
    if (!registrationInfo) throw new Refused('passkey-refused')
    const { id: credential, publicKey, counter } = registrationInfo.credential
    const passkey = await call.hall.transact((tx) =>
      storePasskey(tx, {
        person: me.id,
        credential,
        publicKey,
        counter,
        transports: transports ?? [],
        name,
        now: call.now,
      }),
    )
    return { passkey }
  }),
]

const usingServings = [
  serve(askForPasskey, async (call) => {
    const options = await generateAuthenticationOptions({
      rpID: site(call).expectedRPID,
      userVerification: 'preferred',
    })
    return begin(call, options, null)
  }),
  serve(signInWithPasskey, async (call) => {
    const { response } = call.body
    const passkey = await passkeyWith(call.db, response.id)
    if (!passkey) throw new Refused('passkey-refused')
    const { authenticationInfo } = await checked(() =>
      verifyAuthenticationResponse({
        response: { ...response, clientExtensionResults: {} },
        expectedChallenge: challengeOf(call, null),
        credential: {
          id: passkey.credential,
          publicKey: new Uint8Array(passkey.public_key),
          counter: passkey.counter,
        },
        requireUserVerification: false,
        ...site(call),
      }),
    )
    const { person } = passkey
    const browser = browserIn(call)
    const entered = await call.hall.transact(async (tx) => {
      if (!(await personOf(tx, person))) throw new Refused('passkey-refused')
      await usePasskey(tx, passkey.id, authenticationInfo.newCounter, call.now)
      return enter(tx, call, { person, fresh: false, browser })
    })
    return welcome(call, entered, browser)
  }),
]

const keepingServings = [
  serve(listPasskeys, async (call) => {
    const me = await meIn(call)
    const passkeys = await passkeysOf(call.db, me.id)
    return {
      passkeys: passkeys.map(({ id, name, made_at: made, used_at: used }) => ({
        id,
        name,
        made,
        used,
      })),
    }
  }),
  serve(namePasskey, async (call) => {
    const { id: person } = await meIn(call)
    const { passkey } = call.params
    const { name } = call.body
    if (!(await call.transact((tx) => rename(tx, { person, passkey, name }))))
      throw new Refused('not-found')
    return {}
  }),
  serve(removePasskey, async (call) => {
    const { id: person } = await meIn(call)
    const { passkey } = call.params
    const gone = await call.transact((tx) => remove(tx, { person, passkey, now: call.now }))
    if (!gone) throw new Refused('not-found')
    return {}
  }),
]

export const passkeyServings = [...addingServings, ...usingServings, ...keepingServings]
