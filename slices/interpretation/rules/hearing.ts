/**
 * What a listener hears.
 * 1. The floor is everybody who does not interpret. Who chose no language hears the floor alone.
 * 2. Who chose a language hears those who interpret into it, and no other channel: what nobody here
 *    listens to is not even fetched.
 * 3. Beneath a channel the floor is heard softly, or not at all, as each listener likes; but only
 *    while somebody's microphone is open in that channel. Else the floor is heard as it is, so that
 *    nobody sits in silence. A floor that is not heard is still fetched: it comes back at once.
 * 4. An interpreter never hears themselves; one who understands no word of the floor listens to
 *    another channel and interprets from there (relay), by the same choice.
 */
import type { Interpreters } from './interpretation.ts'

export const BENEATH = ['softly', 'not-at-all'] as const
export type Beneath = (typeof BENEATH)[number]

/** `channel`: a language, or null for the floor. */
export type Listening = { channel: string | null; beneath: Beneath }

/** How loud the floor is beneath a channel, of 1. */
export const SOFT = 0.15

/** Law 3: does anybody interpret into a language at this moment? `open`: whose microphones are. */
export function isSpoken(
  interpreters: Interpreters,
  open: ReadonlySet<string>,
  channel: string,
): boolean {
  return Object.entries(interpreters).some(([who, into]) => into === channel && open.has(who))
}

/** How loud somebody is heard, from 0 to 1; null: not even fetched. */
export function volumeOf(
  who: string,
  { channel, beneath }: Listening,
  interpreters: Interpreters,
  open: ReadonlySet<string>,
): number | null {
  const into = interpreters[who]
  if (into !== undefined) return into === channel ? 1 : null
  if (channel === null || !isSpoken(interpreters, open, channel)) return 1
  return beneath === 'softly' ? SOFT : 0
}
