/** What stewards see of the house: its letters and its state. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { MEDIA_WORDS } from '#kernel/media/state.ts'
import { operation } from '#kernel/operation.ts'

const MailId = idOf('out', 'a letter in the outbox')
const params = z.object({ mail: MailId })
const when = z.string()

export const readOutbox = operation({
  method: 'GET',
  path: '/outbox',
  summary: 'The letters that no mail server took, newest first; codes in them are masked',
  who: 'steward',
  output: z.object({
    leaves: z.boolean().meta({ description: 'Whether a mail server is set' }),
    mails: z.array(
      z.object({
        id: MailId,
        at: when,
        to: z.string(),
        subject: z.string(),
        body: z.string().nullable().meta({ description: 'Masked; null once it has expired' }),
        secret: z.boolean(),
        expires: when.nullable(),
      }),
    ),
  }),
})

export const showLetter = operation({
  method: 'POST',
  path: '/outbox/{mail}/shown',
  summary: 'Show a letter with its code; the record of the stewards keeps who did',
  who: 'steward',
  params,
  output: z.object({ body: z.string() }),
  refusals: ['letter-over'],
})

export const dropLetter = operation({
  method: 'DELETE',
  path: '/outbox/{mail}',
  summary: 'Take a letter out of the outbox, because it was handed over',
  who: 'steward',
  params,
})

export const readHouse = operation({
  method: 'GET',
  path: '/hall/house',
  summary: 'The state of the house, for stewards',
  who: 'steward',
  output: z.object({
    people: z.int(),
    circles: z.int(),
    mail: z.object({ leaves: z.boolean(), waiting: z.int() }),
    backup: z
      .object({ at: when, rows: z.int(), bytes: z.int() })
      .nullable()
      .meta({ description: 'The last backup; null when none was ever made' }),
    entries: z.int().meta({ description: 'Entries in the record' }),
    media: z.object({
      is: z
        .enum(MEDIA_WORDS)
        .meta({ description: 'What the server of sound and picture is doing' }),
      since: when,
      why: z
        .string()
        .nullable()
        .meta({ description: 'Why it can’t be had, for who hosts the hall' }),
    }),
  }),
})
