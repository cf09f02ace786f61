/**
 * A paper as a browser makes it: a tracker of its own, blinded for signing, and the signature with the
 * blinding taken off. What is drawn is kept before anything is asked for (keeping.ts), so that the same
 * can be asked again when the answer was lost.
 */
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { messageOf, type Token, trackerFrom } from '../../rules/secret/paper.ts'

const suite = RSABSSA.SHA384.PSS.Deterministic()
const TRACKER_BYTES = 24

/** A paper before it is signed; bytes in base64url. */
export type Drawn = {
  group: string
  /** The key that is to sign it, as it was shown. */
  publicKey: string
  tracker: string
  blinded: string
  inverse: string
}

export function toBase64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

function keyFrom(publicKey: string) {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  return crypto.subtle.importKey('spki', fromBase64url(publicKey), algorithm, true, ['verify'])
}

/** Draws a paper for a group of a decision. */
export async function drawPaper(
  decision: string,
  { group, publicKey }: { group: string; publicKey: string },
): Promise<Drawn> {
  const tracker = trackerFrom(crypto.getRandomValues(new Uint8Array(TRACKER_BYTES)))
  const key = await keyFrom(publicKey)
  const { blindedMsg, inv } = await suite.blind(key, messageOf(decision, group, tracker))
  const [blinded, inverse] = [toBase64url(blindedMsg), toBase64url(inv)]
  return { group, publicKey, tracker, blinded, inverse }
}

/** Whether a token was signed for this decision by a key. */
export async function isPaper(
  decision: string,
  { group, tracker, signature }: Token,
  publicKey: string,
): Promise<boolean> {
  const message = messageOf(decision, group, tracker)
  return suite.verify(await keyFrom(publicKey), fromBase64url(signature), message)
}

/** Takes the blinding off what was signed; throws when it is no signature of the key. */
export async function signedPaper(
  decision: string,
  { group, publicKey, tracker, inverse }: Drawn,
  blindSignature: string,
): Promise<Token> {
  const signature = await suite.finalize(
    await keyFrom(publicKey),
    messageOf(decision, group, tracker),
    fromBase64url(blindSignature),
    fromBase64url(inverse),
  )
  return { group, tracker, signature: toBase64url(signature) }
}
