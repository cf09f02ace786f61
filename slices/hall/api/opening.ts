/** The opening of a hall: once, by whoever has the link from the terminal. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId, CircleName } from '#slices/circles/api.ts'
import { Address, PersonId, PersonName, Zone } from '#slices/people/api/shapes.ts'

const token = z.string().min(20).max(100)

export const readHall = operation({
  method: 'GET',
  path: '/hall',
  summary: 'The name of the hall, and whether it was opened',
  who: 'anyone',
  output: z.object({
    name: z.string(),
    zone: z.string().nullable(),
    opened: z.boolean(),
    mail: z.boolean().meta({ description: 'Whether mails leave the house' }),
  }),
})

export const checkOpening = operation({
  method: 'POST',
  path: '/hall/opening/check',
  summary: 'Whether a link from the terminal still opens this hall',
  who: 'anyone',
  body: z.object({ token }),
  refusals: ['opening-over'],
})

export const openHall = operation({
  method: 'POST',
  path: '/hall/opening',
  summary: 'Open the hall: name it, and be its first steward',
  who: 'anyone',
  body: z.object({
    token,
    name: CircleName,
    zone: Zone,
    steward: z.object({ name: PersonName, email: Address }),
  }),
  output: z.object({ coop: CircleId, person: PersonId }),
  refusals: ['opening-over'],
})

export const fillWithDemo = operation({
  method: 'POST',
  path: '/hall/demo',
  summary: 'Fill a new hall with a small invented co-op, to look around',
  who: 'steward',
  refusals: ['hall-in-use'],
})
