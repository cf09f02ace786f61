/** Who came when and in which class, who changed it, who left and came back, who rests. */
import { DAY, plus } from '#kernel/clock.ts'
import {
  changeClass,
  type CircleId,
  joinCircle,
  leaveCircle,
  pauseMember,
  sendDelegate,
} from '#slices/circles/index.ts'
import type { Key } from '../people.ts'
import { AGE, type Chapter, type Telling } from './chapter.ts'

const CAME: readonly [ago: number, Key, inClass: string][] = [
  [AGE, 'maren', 'custodian'],
  [AGE, 'chiara', 'custodian'],
  [AGE, 'joost', 'producer'],
  [AGE, 'ngozi', 'producer'],
  [AGE, 'oisin', 'producer'],
  [700, 'lina', 'producer'],
  [690, 'tomasz', 'consumer'],
  [540, 'devika', 'custodian'],
  [500, 'yuki', 'individual'],
  [430, 'aroha', 'consumer'],
  [300, 'maria', 'producer'],
]

/** Afterwards they were in another class. */
const CHANGED: readonly [ago: number, Key, to: string][] = [
  [365, 'joost', 'custodian'],
  [250, 'aroha', 'individual'],
  [180, 'yuki', 'consumer'],
]

const CIRCLES: readonly [keyof Telling['cast']['circles'], readonly Key[]][] = [
  ['tools', ['maren', 'chiara', 'joost', 'ngozi', 'devika']],
  ['welcome', ['lina', 'oisin', 'yuki', 'aroha', 'maria']],
  ['loft', ['oisin', 'tomasz']],
  ['ferry', ['ngozi', 'lina']],
]

const DELEGATES: readonly [keyof Telling['cast']['circles'], Key, alternate: boolean, string][] = [
  ['loft', 'oisin', false, 'Speak for the eleven of us; ask us first about money.'],
  ['loft', 'tomasz', true, ''],
  ['ferry', 'ngozi', false, 'No vote for anything that keeps us off the air.'],
]

export function belonging({ tx, cast, now }: Telling): Chapter[] {
  const top = cast.coop
  const join = (circle: CircleId, key: Key, ago: number, inClass?: string): Chapter => ({
    ago,
    tell: (by) => joinCircle(tx, circle, cast.id(key), { ...by, class: inClass }),
  })
  const cameAgo = new Map(CAME.map(([ago, key]) => [key, ago]))
  return [
    ...CAME.map(([ago, key, inClass]) => join(top, key, ago, inClass)),
    ...CIRCLES.flatMap(([name, keys]) =>
      keys.map((key) => join(cast.circles[name], key, (cameAgo.get(key) ?? AGE) - 4)),
    ),
    ...CHANGED.map(([ago, key, to]): Chapter => ({
      ago,
      tell: (by) => changeClass(tx, { circle: top, member: cast.id(key), to }, by),
    })),
    ...DELEGATES.map(([body, key, alternate, mandate]): Chapter => ({
      ago: 600,
      tell: (by) =>
        sendDelegate(
          tx,
          {
            circle: top,
            body: cast.circles[body],
            person: cast.id(key),
            alternate,
            mandate,
            ends: plus(now, 200 * DAY),
          },
          by,
        ),
    })),
    // Tomasz went to sea for half a year, and came back.
    { ago: 400, tell: (by) => leaveCircle(tx, top, cast.id('tomasz'), by) },
    join(top, 'tomasz', 200, 'consumer'),
    {
      ago: 20,
      tell: (by) => {
        const ends = plus(now, 70 * DAY)
        return pauseMember(tx, { circle: top, member: cast.id('yuki'), ends }, by)
      },
    },
  ]
}
