/** The notes of the demo: one that lasts, those of two gatherings, one that is approved. */
import { DAY, HOUR, type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import {
  approveNote,
  makeNote,
  makeVersion,
  type NoteBlockPart as Part,
  openMainNote,
  plantBlocks,
} from '#slices/notes/index.ts'
import { type Blocks, blocksFor } from './blocks.ts'
import type { Cast, Key } from './people.ts'
import type { Ids } from './script.ts'

type Telling = { cast: Cast; now: Instant }

/** Writes what `tell` says, as those who say it. */
async function written(
  tx: Transaction,
  { cast, now }: Telling,
  { note, at, tell }: { note: `not_${string}`; at: Instant; tell: (say: Blocks) => Part[] },
): Promise<void> {
  const say = blocksFor(cast)
  const blocks = tell(say)
  await plantBlocks(tx, note, { blocks, authors: say.authors(), at, how: 'demo', now })
}

async function kept(tx: Transaction, note: `not_${string}`, by: Key, { cast, now }: Telling) {
  const making = { kind: 'kept' as const, label: 'after the autumn round', by: cast.id(by), now }
  await makeVersion(tx, note, making)
}

/** What the Tools circle keeps up, with a version that has a name. */
async function shared(tx: Transaction, telling: Telling): Promise<void> {
  const { cast, now } = telling
  const holder = { kind: 'circle' as const, id: cast.tools }
  const title = 'What we share, and who keeps it'
  const begun = plus(now, -40 * DAY)
  const note = await makeNote(tx, { holder, title, by: cast.id('joost'), now: begun })
  await written(tx, telling, {
    note,
    at: plus(begun, HOUR),
    tell: ({ heading, paragraph, points }) => [
      paragraph(
        ['joost', 'Everybody of the circle writes here. '],
        ['ngozi', 'Say what it costs.'],
      ),
      heading(['joost', 'Servers']),
      points(
        [['joost', 'Rooms: two machines in Utrecht, 60 euros a month.']],
        [
          ['chiara', 'Forum: one machine, '],
          ['ngozi', '140 euros a year.'],
        ],
        [['devika', 'Calendar: runs beside the forum.']],
      ),
    ],
  })
  await kept(tx, note, 'chiara', { cast, now: plus(now, -6 * DAY) })
  await written(tx, telling, {
    note,
    at: plus(now, -2 * DAY),
    tell: ({ heading, points, tasks }) => [
      heading(['maren', 'Cupboard of tools']),
      points(
        [['maren', 'A projector, two good microphones, ']],
        [['ngozi', 'a sewing machine that only Oisín dares to touch.']],
      ),
      tasks({
        said: ['devika', 'Write down who has which key'],
        owner: 'joost',
        day: plus(now, 12 * DAY).slice(0, 10),
      }),
    ],
  })
}

/** Rules that were agreed and stay as they are. */
async function agreed(tx: Transaction, telling: Telling): Promise<void> {
  const { cast, now } = telling
  const holder = { kind: 'circle' as const, id: cast.coop }
  const at = plus(now, -20 * DAY)
  const title = 'How we lend the microphones'
  const note = await makeNote(tx, { holder, title, by: cast.id('maren'), now: at })
  await written(tx, telling, {
    note,
    at,
    tell: ({ points }) => [
      points(
        [
          ['maren', 'Whoever asks first has them, '],
          ['lina', 'for a week at most.'],
        ],
        [['oisin', 'They come back with charged batteries.']],
        [['tomasz', 'What breaks is told at once, and nobody is blamed for telling.']],
      ),
    ],
  })
  await approveNote(tx, note, { by: cast.id('maren'), now: plus(now, -19 * DAY) })
}

export type OfGathering = { gathering: string; ids: Ids; began: Instant }

/** What was written down five days ago. */
export async function notePast(tx: Transaction, telling: Telling, of: OfGathering): Promise<void> {
  const { gathering, ids, began } = of
  const { cast } = telling
  const note = await openMainNote(tx, { gathering, by: cast.id('joost'), now: began })
  const due = (days: number) => plus(began, days * DAY).slice(0, 10)
  await written(tx, telling, {
    note,
    at: plus(began, HOUR),
    tell: ({ heading, paragraph, points, tasks }) => [
      heading(['hall', 'What broke this autumn'], ids('autumn')),
      points(
        [
          ['joost', 'The mail of the forum, a whole weekend. '],
          ['chiara', 'Nobody saw it.'],
        ],
        [['ngozi', 'The projector: a fuse, mended for 2 euros.']],
      ),
      heading(['hall', 'Round: what do we really use?'], ids('round')),
      paragraph(
        ['joost', 'Rooms and calendar: all. Forum: '],
        ['lina', 'us at the radio, weekly.'],
      ),
      heading(['hall', 'Who does what'], ids('wrap')),
      tasks(
        { said: ['joost', 'Ask what the forum costs next year'], owner: 'ngozi', day: due(20) },
        { said: ['maren', 'Thank the kettle'], owner: 'oisin', day: due(1), done: true },
      ),
    ],
  })
}

/** What is being written down in the gathering that is on. */
export async function noteLiving(tx: Transaction, telling: Telling, of: OfGathering) {
  const { gathering, ids, began } = of
  const { cast } = telling
  const note = await openMainNote(tx, { gathering, by: cast.id('oisin'), now: began })
  await written(tx, telling, {
    note,
    at: plus(began, 38 * MINUTE),
    tell: ({ heading, points, tasks }) => [
      heading(['hall', 'Welcome'], ids('hello')),
      points([['oisin', 'Eleven of us, from four time zones.']]),
      heading(['hall', 'Four servers, one keeper'], ids('keys')),
      points(
        [
          ['oisin', 'Joost alone can restart the rooms. '],
          ['joost', 'Last summer I walked down a mountain.'],
        ],
        [['devika', 'The drawing of who has which key stands in the chat.']],
      ),
      heading(['hall', 'Panel: who holds the keys?'], ids('panel')),
      points(
        [['oisin', 'Ngozi: two keepers each, and an envelope in the cupboard.']],
        [['lina', 'At the radio two people from different circles open it.']],
      ),
      tasks({
        said: ['oisin', 'Write the page that says what to do with a key'],
        owner: 'chiara',
        day: plus(began, 14 * DAY).slice(0, 10),
      }),
    ],
  })
}

/** The notes that belong to circles. */
export async function noteCircles(tx: Transaction, cast: Cast, now: Instant): Promise<void> {
  await shared(tx, { cast, now })
  await agreed(tx, { cast, now })
}
