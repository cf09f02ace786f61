/** What the operations of minutes share. */
import { z } from 'zod'

/** The id of minutes, or of the gathering that left them. */
export const OneMinutes = z.object({
  minutes: z
    .string()
    .regex(/^(min|gth)_[0-9a-hjkmnp-tv-z]{26}$/)
    .meta({ description: 'The id of minutes, or of their gathering' }),
})

export const ZoneGiven = z
  .string()
  .max(60)
  .refine((zone) => canReckon(zone), { error: 'is not an IANA zone' })
  .meta({ description: 'An IANA zone, such as Europe/Dublin' })

function canReckon(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const Visibility = z.enum(['public', 'circle', 'participants'])
