/**
 * Ids: one string everywhere, in the database, on the wire and in addresses: a typed prefix and a
 * uuid v7 in Crockford base 32 (`gth_01jd…`). They sort by the moment of their making. An id is a
 * name, never a key to a door: being long makes it no secret.
 */
import { z } from 'zod'

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const BODY = '[0-9a-hjkmnp-tv-z]{26}'

export type Id<P extends string = string> = `${P}_${string}`

/** The 16 bytes of a uuid v7 (RFC 9562): 48 bits of milliseconds, then chance. */
function uuidV7(at: number): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) & 0xff
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes
}

function base32(bytes: Uint8Array): string {
  let rest = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let out = ''
  for (let i = 0; i < 26; i++) {
    out = (DIGITS[Number(rest & 31n)] ?? '') + out
    rest >>= 5n
  }
  return out
}

/** A new id of a kind; `at` in milliseconds since 1970 orders it among its siblings. */
export function newId<P extends string>(prefix: P, at: number = Date.now()): Id<P> {
  return `${prefix}_${base32(uuidV7(at))}`
}

/** Whether a text is the name of such a thing by its prefix; whether there is one, the database knows. */
export const isIdOf =
  <P extends string>(prefix: P) =>
  (id: string): id is Id<P> =>
    id.startsWith(`${prefix}_`)

/** The schema of ids of one kind, for parameters and bodies. */
export function idOf<P extends string>(prefix: P, what: string) {
  return z
    .templateLiteral([prefix, '_', z.string()])
    .refine((id) => new RegExp(`^${prefix}_${BODY}$`).test(id), { error: `not the id of ${what}` })
    .meta({ description: `The id of ${what}`, pattern: `^${prefix}_${BODY}$` })
}
