/** The gathering that was: an hour and a quarter, a poll, a decision, two things somebody will do. */
import { DAY, HOUR, type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { makePastGathering } from '#slices/gatherings/index.ts'
import { notePast } from './notes.ts'
import { talkOn } from './threads.ts'
import type { Cast } from './people.ts'
import { arrivals, type Cue, type Ids, idsFor, items, lines, play, turn } from './script.ts'

type Step = {
  id: string
  kind: 'context' | 'talk' | 'round' | 'decision' | 'wrap-up'
  title: string
  minutes: number
}

const ORDER: Step[] = [
  { id: 'welcome', kind: 'context', title: 'Welcome, and who takes notes', minutes: 10 },
  { id: 'autumn', kind: 'talk', title: 'What broke this autumn', minutes: 20 },
  { id: 'round', kind: 'round', title: 'Round: what do we really use?', minutes: 20 },
  { id: 'decision', kind: 'decision', title: 'Keep the forum, or let it go', minutes: 15 },
  { id: 'wrap', kind: 'wrap-up', title: 'Who does what', minutes: 5 },
]

const chat = lines(
  [1, 'yuki', 'Good evening from a very early morning.'],
  [2, 'oisin', 'The kettle is on, I am here.'],
  [8, 'maren', 'Joost takes the notes, thank you Joost.'],
  [12, 'ngozi', 'The list of what broke: https://pad.quillmarsh.example/autumn'],
  [15, 'tomasz', 'Was the forum down the whole weekend, or only the mail from it?'],
  [16, 'chiara', 'Only the mail. The forum was up, but nobody knew.'],
  [19, 'devika', 'So it was down for everybody who reads it by mail, which is most of us.'],
  [24, 'aroha', 'Could we put a note on the front page when that happens?'],
  [31, 'lina', 'We use the forum for introductions. Every week.'],
  [34, 'oisin', 'Wool Loft: the calendar, the rooms. Not the forum.'],
  [37, 'maria', 'For us it is the other way round.'],
  [41, 'yuki', 'A drawer is not a plan.'],
  [43, 'tomasz', '😄'],
  [52, 'joost', 'What would it cost to keep it one more year?'],
  [
    53,
    'ngozi',
    'About 140 euros and two evenings of somebody: https://pool.quillmarsh.example/forum',
  ],
  [63, 'devika', 'I can give one of the evenings.'],
  [64, 'aroha', 'And I the other, if mornings count.'],
  [70, 'maren', 'They do. Good night, and good morning.'],
)

function happened(ids: Ids): Cue[] {
  const by = 'maren' as const
  return [
    { at: 0, who: by, kind: 'gathering.began', data: {} },
    { at: 0, who: by, kind: 'role.given', data: { who: 'joost', role: 'note-taker' } },
    ...items(ids, by, [0, 'welcome'], [9, 'autumn'], [30, 'round'], [50, 'decision'], [67, 'wrap']),
    ...turn(1, 8, 'maren', by),
    ...turn(10, 22, 'chiara', by),
    ...turn(22, 28, 'ngozi', by),
    ...turn(31, 33, 'lina', by),
    ...turn(33, 36, 'oisin', by),
    ...turn(36, 39, 'maria', by),
    ...turn(39, 42, 'yuki', by),
    ...turn(42, 45, 'tomasz', by),
    ...turn(51, 54, 'joost', by),
    ...chat,
    {
      at: 56,
      who: by,
      kind: 'poll.opened',
      data: {
        poll: 'pol_forum',
        question: 'Keep the forum for one more year?',
        kind: 'yes-no',
        options: [],
        anonymous: false,
        results: 'live',
      },
    },
    ...(['oisin', 'chiara', 'joost', 'ngozi', 'lina', 'devika', 'aroha', 'yuki'] as const).map(
      (who, nr) => ({
        at: 57 + nr / 4,
        who,
        kind: 'poll.answered',
        data: { poll: 'pol_forum', answer: 'yes' },
      }),
    ),
    { at: 59, who: 'maria', kind: 'poll.answered', data: { poll: 'pol_forum', answer: 'yes' } },
    {
      at: 59.2,
      who: 'tomasz',
      kind: 'poll.answered',
      data: { poll: 'pol_forum', answer: 'abstain' },
    },
    { at: 60, who: by, kind: 'poll.closed', data: { poll: 'pol_forum' } },
    {
      at: 61,
      who: 'joost',
      kind: 'written.down',
      data: {
        id: 'wri_forum',
        kind: 'decision',
        text: 'The forum stays until the winter assembly of next year; then we look again.',
        who: null,
      },
    },
  ]
}

function promised(began: Instant): Cue[] {
  const due = (days: number) => plus(began, days * DAY).slice(0, 10)
  const action = (id: string, text: string, who: 'devika' | 'ngozi', days: number): Cue => ({
    at: 68,
    who: 'joost',
    kind: 'written.down',
    data: { id, kind: 'action', text, who, due: due(days) },
  })
  return [
    action('wri_mail', 'Mend the mail of the forum', 'devika', 14),
    action('wri_front', 'Write the note for the front page', 'ngozi', 7),
    { at: 72, who: 'maren', kind: 'gathering.ended', data: {} },
  ]
}

/** Plays the gathering of five days ago; its minutes are made by the room's end. */
export async function playPast(tx: Transaction, cast: Cast, now: Instant): Promise<void> {
  const began = `${plus(now, -5 * DAY).slice(0, 13)}:00:00.000Z`
  const ids = idsFor(ORDER, now)
  const gathering = await makePastGathering(
    tx,
    {
      title: 'Which tools do we share?',
      purpose: 'What broke this autumn, what we really use, and whether the forum stays.',
      circle: cast.coop,
      zone: 'Europe/Amsterdam',
      startsAt: began,
      endedAt: plus(began, HOUR + 12 * MINUTE),
      access: 'members',
      items: ORDER.map(({ id, ...item }) => ({
        ...item,
        id: ids(id),
        owners: [],
        line: '',
        aside: '',
        handouts: [],
      })),
      facilitators: [cast.id('maren')],
    },
    { by: cast.id('maren'), now },
  )
  const here = arrivals(
    cast,
    [-6, 'maren'],
    [-4, 'joost'],
    [-3, 'oisin'],
    [-2, 'chiara'],
    [-1, 'ngozi'],
    [0.5, 'lina'],
    [1, 'yuki'],
    [2, 'devika'],
    [3, 'tomasz'],
    [6, 'aroha'],
    [9, 'maria'],
  )
  await play(tx, { gathering, began, cast, now }, [...here, ...happened(ids), ...promised(began)])
  await notePast(tx, { cast, now }, { gathering, ids, began })
  const ended = plus(began, HOUR + 12 * MINUTE)
  await talkOn(tx, { cast, now }, { gathering, title: 'Which tools do we share?', ended })
}
