/**
 * Signing papers blind and verifying them, by OpenSSL: the blind signature of RFC 9474 (4.3) is the bare
 * private operation of RSA, and what comes out of it is a usual RSASSA-PSS signature with SHA-384.
 * 1. A number that is no representative below the modulus is not signed.
 * 2. What was signed is opened again and compared, so that a fault of the machine gives no key away.
 */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto'
import { refuse, type Refusal } from '#kernel/change.ts'
import { messageOf, type Token } from './paper.ts'

const SALT = 48

const publicKeyOf = (der: Uint8Array) =>
  createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })

/** Laws 1 and 2. `privateKey` in PKCS #8; answers the blind signature in base64url. */
export function signBlind(privateKey: Uint8Array, blinded: string): string | Refusal {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  const bare = { key, padding: constants.RSA_NO_PADDING }
  const asked = Buffer.from(blinded, 'base64url')
  try {
    const signed = privateDecrypt(bare, asked)
    const opened = publicEncrypt({ ...bare, key: createPublicKey(key) }, signed)
    return opened.equals(asked) ? signed.toString('base64url') : refuse('paper-broken')
  } catch {
    return refuse('paper-broken')
  }
}

/** Whether a token was signed by the key of its group for this decision. `publicKey` as SPKI. */
export function isSigned(publicKey: Uint8Array, decision: string, token: Token): boolean {
  const { group, tracker, signature } = token
  const key = {
    key: publicKeyOf(publicKey),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: SALT,
  }
  const message = messageOf(decision, group, tracker)
  return verify('sha384', message, key, Buffer.from(signature, 'base64url'))
}
