/** What a letter about a gathering is made from. */
import type { IcalEvent } from '#kernel/ical.ts'
import type { Locale } from '#kernel/words.ts'
import type { Gathering } from './gatherings.ts'
import type { Serial } from './series.ts'

export type Occasion = 'invited' | 'changed' | 'cancelled' | 'tomorrow' | 'soon'

export type Addressee = { name: string; email: string; locale: Locale; zone: string }

export type LetterGiven = {
  gathering: Gathering
  series: Serial | null
  /** The events of the whole series: at the first invitation, and when all later ones change. */
  seriesEvents?: readonly IcalEvent[]
  occasion: Occasion
  /** It holds for this one and all later ones. */
  later?: boolean
  to: Addressee
  token: string
  answer: 'yes' | 'maybe' | 'no' | null
  /** The name of the circle; null for an open gathering. */
  circle: string | null
  origin: string
  from: { name: string; address: string }
}

/** The address that a From line names. */
export function addressIn(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from
}

/** The address that stops such mails; null for what everybody must hear. */
export function stopOf({
  occasion,
  origin,
  token,
}: LetterGiven): { href: string; reminders: boolean } | null {
  if (occasion === 'changed' || occasion === 'cancelled') return null
  const reminders = occasion !== 'invited'
  return { href: `${origin}/i/${token}/stop/${reminders ? 'reminders' : 'invitations'}`, reminders }
}
