/**
 * What stands beside the voices while they are heard: the running order, who had the floor, the
 * chat, what was written down and the slides, each with the moment at which it happened.
 * 1. Only what everybody in the room saw; lines that were withdrawn or hidden are left out.
 * 2. In the order of their moments.
 */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import type { Room } from '#slices/room/index.ts'

export const MARKS = ['item', 'floor', 'chat', 'decision', 'action', 'slide'] as const
export const Mark = z.object({
  at: InstantSchema,
  kind: z.enum(MARKS),
  who: z.string().nullable().meta({ description: 'The name of whose it is' }),
  text: z.string(),
  file: z.string().nullable().meta({ description: 'The file of a slide' }),
  page: z.int().nullable(),
})
export type Mark = z.output<typeof Mark>

const Slide = z.object({ file: z.string(), page: z.int() })

const mark = (given: Pick<Mark, 'at' | 'kind'> & Partial<Mark>): Mark => ({
  who: null,
  text: '',
  file: null,
  page: null,
  ...given,
})

/** `slides`: the entries of what was shown. */
export function marksOf(
  room: Pick<Room, 'items' | 'floor' | 'chat' | 'written'>,
  slides: readonly Pick<Entry, 'at' | 'data'>[],
  nameOf: (who: string) => string,
): Mark[] {
  const items = room.items.flatMap(({ startedAt: at, title: text }) =>
    at ? [mark({ at, kind: 'item', text })] : [],
  )
  const turns = room.floor.turns.map(({ from: at, who }) =>
    mark({ at, kind: 'floor', who: nameOf(who) }),
  )
  const said = room.chat.lines
    .flat()
    .filter(({ withdrawn, hidden }) => !withdrawn && !hidden)
    .map(({ at, who, text }) => mark({ at, kind: 'chat', who: nameOf(who), text }))
  const written = room.written.map(({ at, kind, text }) => mark({ at, kind, text }))
  const shown = slides.flatMap(({ at, data }) => {
    const slide = Slide.safeParse(data).data
    return slide ? [mark({ at, kind: 'slide', file: slide.file, page: slide.page })] : []
  })
  return [...items, ...turns, ...said, ...written, ...shown].toSorted((a, b) =>
    a.at.localeCompare(b.at),
  )
}
