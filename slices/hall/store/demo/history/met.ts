/** The assemblies of two years: when, and who came. */
import { HOUR, type Instant, MINUTE, plus } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { note } from '#kernel/record.ts'
import { callOf, makePastGathering } from '#slices/gatherings/index.ts'
import { topicOf } from '#slices/room/index.ts'
import type { Key } from '../people.ts'
import type { Chapter, Telling } from './chapter.ts'

const FIRST: readonly Key[] = ['maren', 'chiara', 'joost', 'ngozi', 'oisin']
const LATER: readonly Key[] = ['maren', 'joost', 'ngozi', 'oisin', 'lina', 'devika']

const ASSEMBLIES: readonly [ago: number, title: string, who: readonly Key[]][] = [
  [715, 'Founding assembly', FIRST],
  [620, 'Assembly: who pays what', [...FIRST, 'lina', 'tomasz']],
  [530, 'Assembly: a hall of our own', [...FIRST, 'lina', 'devika']],
  [440, 'Assembly: the second server', ['maren', 'joost', 'ngozi', 'oisin', 'yuki']],
  [350, 'Assembly: a year in numbers', [...LATER, 'chiara', 'aroha']],
  [260, 'Assembly: the cupboard of tools', [...LATER, 'maria']],
  [170, 'Assembly: notes that nobody reads', [...LATER, 'maria', 'yuki']],
  [80, 'Assembly: before the autumn', ['maren', 'ngozi', 'oisin', 'lina', 'maria', 'tomasz']],
]

type Assembly = { began: Instant; title: string; who: readonly Key[] }

async function held({ tx, cast }: Telling, { began, title, who }: Assembly): Promise<void> {
  const by = cast.id('maren')
  const ended = plus(began, HOUR + 20 * MINUTE)
  const now = ended
  const item = {
    id: newId('itm', Date.parse(began)),
    kind: 'round' as const,
    title: 'Round',
    minutes: 80,
    owners: [],
    line: '',
    aside: '',
    handouts: [],
  }
  const gathering = await makePastGathering(
    tx,
    {
      title,
      circle: cast.coop,
      zone: 'Europe/Amsterdam',
      startsAt: began,
      endedAt: ended,
      access: 'members',
      items: [item],
      facilitators: [by],
    },
    { by, now },
  )
  const call = (await callOf(tx, gathering))?.call
  const came = who.map((key, at) => ({
    kind: 'room.entered',
    data: {
      who: cast.id(key),
      by: cast.id(key),
      name: cast.name(key),
      kind: 'person',
      when: plus(began, (at - 4) * MINUTE),
    },
  }))
  const facts = [
    { kind: 'room.opened', data: { call, when: plus(began, -15 * MINUTE) } },
    ...came,
    { kind: 'gathering.began', data: { who: by, by, when: began } },
    { kind: 'item.started', data: { who: by, by, item: item.id, when: began } },
    { kind: 'gathering.ended', data: { who: by, by, when: ended } },
  ]
  await note(tx, topicOf(gathering), facts, { now, actor: by })
}

export function met(telling: Telling): Chapter[] {
  return ASSEMBLIES.map(([ago, title, who]): Chapter => ({
    ago,
    tell: ({ now }) => held(telling, { began: `${now.slice(0, 10)}T17:00:00.000Z`, title, who }),
  }))
}
