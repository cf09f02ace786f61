/**
 * The paper of a secret ballot, as browsers and the hall know it.
 * 1. A browser draws a **tracker**: 120 chance bits in 24 letters and digits that are hard to mistake
 *    (Crockford's base 32). The hall signs the paper without seeing it, once for each entry of the roll:
 *    RSABSSA-SHA384-PSS-Deterministic (RFC 9474), whose messages need no more chance than a tracker has.
 * 2. What is signed is the decision, the group and the tracker, so that a paper is good for one decision
 *    and one group, and by the key of that group alone.
 * 3. Whoever has the tracker and its signature has the paper: they cast with it, and put another ballot
 *    in its place until the close. After the close all of it is published.
 */
import { z } from 'zod'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 24
/** How many letters are read aloud: enough to find one ballot among thousands. */
const SHORT = 8
const IN_A_GROUP = 4

export const Tracker = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{24}$/)
/** Of RSA with 2048 bits, in base64url. */
export const Sealed = z.string().regex(/^[A-Za-z0-9_-]{342}$/)
export const GroupKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** What of a paper the urn is shown. */
export const Token = z.object({ group: GroupKey, tracker: Tracker, signature: Sealed })
export type Token = z.output<typeof Token>

/** A tracker of chance bytes; five bits of each count. */
export function trackerFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** Law 2. */
export function messageOf(
  decision: string,
  group: string,
  tracker: string,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    new TextEncoder().encode(`moothall paper 1\n${decision}\n${group}\n${tracker}`),
  )
}

/** A tracker, or its beginning, in groups of four: `K7QF-3M2X`. */
export function spelled(tracker: string): string {
  return (tracker.match(new RegExp(`.{1,${IN_A_GROUP}}`, 'g')) ?? []).join('-')
}

/** The first eight letters, as one writes them down. */
export const shortOf = (tracker: string): string => spelled(tracker.slice(0, SHORT))

/** A token in one line, for the text by which another device can cast with it. */
export function writePaper(decision: string, { group, tracker, signature }: Token): string {
  return `moothall-paper/1 ${decision} ${group} ${tracker} ${signature}`
}

/** The token in a text; null where there is none. */
export function readPaper(text: string): Token | null {
  const found = /moothall-paper\/1\s+\S+\s+(\S+)\s+(\S+)\s+(\S+)/.exec(text)
  const [, group, tracker, signature] = found ?? []
  const token = Token.safeParse({ group, tracker, signature })
  return token.success ? token.data : null
}

/** What somebody typed of a tracker: without blanks and hyphens, o as 0, i and l as 1. */
export function typedTracker(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .slice(0, LENGTH)
}
