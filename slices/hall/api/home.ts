/** Home: what is on, what comes, what was missed, what happened since. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { Listed } from '#slices/gatherings/api/views.ts'

const when = z.string()

const OnNow = z.object({
  gathering: z.string(),
  title: z.string(),
  began: when,
  ends: when.nullable(),
  zone: z.string(),
  here: z.int(),
  item: z.string().nullable().meta({ description: 'The title of the item that runs' }),
  holders: z.array(z.string()).meta({ description: 'Who has the floor' }),
  next: z.string().nullable().meta({ description: 'Who is next to speak' }),
  order: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      minutes: z.int(),
      state: z.enum(['ahead', 'now', 'done', 'skipped']),
      spent: z.number().meta({ description: 'Of its minutes, from 0 to 1' }),
    }),
  ),
  left: z.number().nullable().meta({ description: 'Minutes left of the item, negative when over' }),
})

const Happened = z.object({
  at: when,
  kind: z.enum(['joined', 'circle-made', 'called', 'called-off']),
  who: z.string().nullable(),
  others: z.int().meta({ description: 'How many did the same on that day' }),
  what: z.string(),
  href: z.string(),
})

export const readHome = operation({
  method: 'GET',
  path: '/home',
  summary: 'What is on now, what comes, what the caller missed, what happened since',
  who: 'anyone',
  output: z.object({
    since: when.nullable().meta({ description: 'When the last visit ended' }),
    on: z.array(OnNow),
    next: z.array(Listed),
    missed: z.array(
      z.object({ gathering: z.string(), title: z.string(), starts: when, zone: z.string() }),
    ),
    taken: z
      .array(
        z.object({
          gathering: z.string(),
          id: z.string(),
          text: z.string(),
          due: z.string().nullable(),
          title: z.string(),
        }),
      )
      .meta({ description: 'What the caller took on in gatherings' }),
    diary: z.array(Happened),
  }),
})
