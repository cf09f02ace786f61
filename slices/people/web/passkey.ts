/** The browser's part of a passkey: made, or asked for. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { call } from '#web/kit/call.ts'
import { addPasskey, askForPasskey, beginPasskey, signInWithPasskey } from '../api/passkeys.ts'

export const knowsPasskeys = browserSupportsWebAuthn()

function forMaking(options: object): PublicKeyCredentialCreationOptionsJSON
function forMaking(options: object): object {
  return options
}

function forAsking(options: object): PublicKeyCredentialRequestOptionsJSON
function forAsking(options: object): object {
  return options
}

/** Makes a passkey on this device and adds it under a name. */
export async function makePasskey(name: string): Promise<void> {
  const { options } = await call(beginPasskey)
  const response = await startRegistration({ optionsJSON: forMaking(options) })
  await call(addPasskey, { body: { response, name } })
}

/** Signs in with a passkey of this device. */
export async function signInByPasskey() {
  const { options } = await call(askForPasskey)
  const response = await startAuthentication({ optionsJSON: forAsking(options) })
  return call(signInWithPasskey, { body: { response } })
}

/** Whether somebody just closed the window of the device: nothing to complain of. */
export function wasCalledOff(cause: unknown): boolean {
  return cause instanceof Error && ['NotAllowedError', 'AbortError'].includes(cause.name)
}
