/** Shapes that the operations of people share. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { line } from '#kernel/text.ts'

export const PersonId = idOf('per', 'a person')
export const GuestId = idOf('gst', 'a guest')
export const PersonName = line(80).meta({ description: 'A name as it is written, in any script' })

/** A mail address; compared in lower case. */
export const Address = z
  .string()
  .trim()
  .max(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email({ error: 'is not a mail address' }))
  .meta({ description: 'A mail address' })

export const CodeText = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'has six digits' }))
  .meta({ description: 'The six digits of the mail; spaces do not matter' })

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** An IANA time zone by its name. */
export const Zone = z
  .string()
  .max(64)
  .refine((text) => /^[A-Za-z]/.test(text) && isZone(text), { error: 'is not a time zone' })
  .meta({ description: 'An IANA time zone, such as Europe/Amsterdam' })

export const LocaleName = z.enum(['en', 'es'])
export const When = z.string().meta({ description: 'An instant, UTC' })

export const SignedIn = z.object({
  person: PersonId,
  fresh: z.boolean().meta({ description: 'Whether the account began with this' }),
  kept: z.int().meta({ description: 'How many guests of this browser became this person' }),
})
