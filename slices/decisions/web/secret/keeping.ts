/**
 * Papers that this browser keeps: drawn, signed, and what was last cast with them, so that it can be
 * changed. They stay on the device, for whoever uses it in the same browser, until they are forgotten.
 */
import { z } from 'zod'
import { Vote } from '../../rules/count/votes.ts'
import { GroupKey, Sealed, Tracker } from '../../rules/secret/paper.ts'

export const Kept = z.object({
  group: GroupKey,
  publicKey: z.string(),
  tracker: Tracker,
  /** Null on a device to which the paper came as text. */
  blinded: Sealed.nullable(),
  inverse: Sealed.nullable(),
  /** Null until the hall signed it. */
  signature: Sealed.nullable(),
  /** Null until it was cast from here. */
  vote: Vote.nullable(),
})
export type Kept = z.output<typeof Kept>

const nameOf = (decision: string, member: string) => `moothall-paper ${decision} ${member}`

export function keptPaper(decision: string, member: string): Kept | null {
  try {
    const text = localStorage.getItem(nameOf(decision, member))
    return text === null ? null : Kept.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Throws where the browser keeps nothing: then no paper may be taken with it. */
export function keepPaper(decision: string, member: string, paper: Kept): void {
  const text = JSON.stringify(paper)
  localStorage.setItem(nameOf(decision, member), text)
  if (localStorage.getItem(nameOf(decision, member)) !== text)
    throw new Error('this browser keeps nothing')
}

export function forgetPaper(decision: string, member: string): void {
  localStorage.removeItem(nameOf(decision, member))
}
