/** The gathering that is on: a panel in its middle, a question in the stack, a warm chat. */
import { type Instant, MINUTE, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { makeGathering, Plan } from '#slices/gatherings/index.ts'
import { noteLiving } from './notes.ts'
import type { Cast } from './people.ts'
import { arrivals, type Cue, type Ids, idsFor, items, lines, play, turn } from './script.ts'

const BEGAN_MINUTES_AGO = 42

function orderOf(cast: Cast) {
  const owner = (key: 'maren' | 'chiara' | 'joost' | 'ngozi' | 'lina') => ({
    id: cast.id(key),
    name: cast.name(key),
  })
  return [
    { id: 'hello', kind: 'context', title: 'Welcome', minutes: 12, owners: [owner('maren')] },
    {
      id: 'keys',
      kind: 'talk',
      title: 'Four servers, one keeper',
      minutes: 17,
      owners: [owner('joost')],
    },
    {
      id: 'panel',
      kind: 'panel',
      title: 'Panel: who holds the keys?',
      minutes: 30,
      line: 'Five minutes each, then questions from the hall.',
      owners: [owner('chiara'), owner('joost'), owner('ngozi'), owner('lina')],
    },
    {
      id: 'groups',
      kind: 'breakouts',
      title: 'In small groups',
      minutes: 25,
      handouts: ['What would have to be written down, so that you could hold a key?'],
    },
    { id: 'pause', kind: 'break', title: 'Break', minutes: 5 },
    { id: 'plenary', kind: 'plenary', title: 'Plenary: what came up', minutes: 20 },
    { id: 'who', kind: 'decision', title: 'Decision: who keeps them', minutes: 15 },
    { id: 'bye', kind: 'wrap-up', title: 'Wrap-up', minutes: 5 },
  ]
}

const chat = lines(
  [1, 'aroha', 'Kia ora from tomorrow morning.'],
  [3, 'devika', 'Can everybody see the drawing of who has which key?'],
  [5, 'tomasz', 'Here it is: https://pad.quillmarsh.example/keys'],
  [14, 'yuki', 'So if Joost is on a mountain, nobody can restart the rooms?'],
  [15, 'joost', 'Last summer that was so, yes. I walked down.'],
  [27, 'oisin', 'Wool Loft would hold a key, if there is a page that says what to do with it.'],
  [33, 'maria', 'Two keepers for each, one of them not from the Tools circle.'],
  [35, 'ngozi', 'And an envelope in the cupboard. I mean it.'],
  [38, 'devika', 'Who opens the envelope?'],
  [41, 'lina', 'Two people from different circles. We do it so at the radio.'],
)

const scriptOf = (ids: Ids): Cue[] => [
  { at: 0, who: 'maren', kind: 'gathering.began', data: {} },
  { at: 0, who: 'maren', kind: 'role.given', data: { who: 'oisin', role: 'note-taker' } },
  ...items(ids, 'maren', [0, 'hello'], [11, 'keys'], [29, 'panel']),
  ...turn(1, 10, 'maren', 'maren'),
  ...turn(11.5, 27, 'joost', 'maren'),
  ...turn(30, 34.5, 'ngozi', 'maren'),
  ...turn(35, 39, 'lina', 'maren'),
  ...chat,
  { at: 37, who: 'devika', kind: 'stack.asked', data: { kind: 'question' } },
  { at: 39, who: 'oisin', kind: 'stack.asked', data: { kind: 'point' } },
  ...turn(BEGAN_MINUTES_AGO - 2, null, 'chiara', 'maren'),
  { at: 41, who: 'yuki', kind: 'temperature.shown', data: { signal: 'agree' } },
  { at: 41.2, who: 'aroha', kind: 'temperature.shown', data: { signal: 'agree' } },
  { at: 41.4, who: 'tomasz', kind: 'temperature.shown', data: { signal: 'unsure' } },
]

/** Plays the gathering that is on at the moment of the filling. */
export async function playLiving(tx: Transaction, cast: Cast, now: Instant): Promise<void> {
  const began = plus(now, -BEGAN_MINUTES_AGO * MINUTE)
  const order = orderOf(cast)
  const ids = idsFor(order, now)
  const plan = Plan.parse({
    title: 'Who keeps the keys?',
    purpose: 'Four servers, one keeper. Is that how we want it?',
    zone: 'Europe/Amsterdam',
    startsAt: began,
    minutes: 129,
    access: 'public',
    settings: { turnSeconds: 300 },
    items: order.map((item) => ({ ...item, id: ids(item.id) })),
    facilitators: [cast.id('maren')],
  })
  const facts = [
    { kind: 'gathering.called', data: { title: plan.title, startsAt: began, access: plan.access } },
  ]
  const by = { by: cast.id('maren'), now }
  const circle = cast.tools
  const gathering = await makeGathering(tx, { plan, circle }, facts, by)
  const here = arrivals(
    cast,
    [-9, 'maren'],
    [-5, 'joost'],
    [-3, 'chiara'],
    [-2, 'ngozi'],
    [-1, 'lina'],
    [0, 'oisin'],
    [0.5, 'aroha'],
    [1, 'devika'],
    [2, 'tomasz'],
    [7, 'maria'],
    [12, 'yuki'],
  )
  await play(tx, { gathering, began, cast, now }, [...here, ...scriptOf(ids)])
  await noteLiving(tx, { cast, now }, { gathering, ids, began })
}
