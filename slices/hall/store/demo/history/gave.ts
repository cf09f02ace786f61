/** What members gave in two years, as the treasurer wrote it down each quarter; what waits. */
import { DAY, plus } from '#kernel/clock.ts'
import type { MemberId } from '#slices/circles/index.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import * as standing from '#slices/standing/index.ts'
import type { NewEvidence } from '#slices/standing/index.ts'
import type { Key } from '../people.ts'
import { AGE, type By, type Chapter, type Telling } from './chapter.ts'

type Giver = Key | 'loft' | 'ferry'
/** Each quarter from one day until another: euros, hours. */
type Habit = { who: Giver; from: number; until: number; euros?: number; hours?: number }

const HABITS: readonly Habit[] = [
  { who: 'maren', from: AGE, until: 0, hours: 12 },
  { who: 'ngozi', from: AGE, until: 0, euros: 16, hours: 6 },
  { who: 'joost', from: AGE, until: 366, euros: 16, hours: 5 },
  { who: 'joost', from: 365, until: 0, hours: 11 },
  { who: 'oisin', from: AGE, until: 0, euros: 15, hours: 6 },
  { who: 'lina', from: 640, until: 0, euros: 16, hours: 5 },
  { who: 'maria', from: 280, until: 0, euros: 16, hours: 5 },
  { who: 'yuki', from: 460, until: 181, euros: 4 },
  { who: 'yuki', from: 180, until: 0, euros: 9 },
  { who: 'aroha', from: 400, until: 251, euros: 9 },
  { who: 'aroha', from: 250, until: 0, euros: 6 },
  { who: 'loft', from: AGE, until: 0, euros: 9 },
  { who: 'ferry', from: AGE, until: 0, euros: 9 },
]

/** Once: a server for a year, a payment that came late. */
const ONCE: readonly [ago: number, Giver, unit: string, amount: number, note: string][] = [
  [640, 'chiara', 'thing:server', 1, 'The machine for the rooms'],
  [370, 'chiara', 'thing:server', 1, 'The machine for the rooms, another year'],
  [100, 'chiara', 'thing:server', 1, 'The machine for the rooms, another year'],
  [460, 'devika', 'thing:server', 1, 'The machine for the calendar'],
  [190, 'devika', 'thing:server', 1, 'The machine for the calendar, another year'],
  [550, 'tomasz', 'EUR', 1800, 'In cash, at the assembly'],
  [100, 'lina', 'EUR', 1600, 'For the quarter before'],
]

/** One quarter in which Lina paid nothing, and later paid for both. */
const LATE = { who: 'lina', quarter: 190 }
const QUARTERS = [640, 550, 460, 370, 280, 190, 100, 10]

const idOf = ({ cast }: Telling, who: Giver): MemberId =>
  who === 'loft' || who === 'ferry' ? cast.circles[who] : cast.id(who)

type Given = Pick<NewEvidence, 'unit' | 'amount' | 'note'>

/** Makes pieces that were given on one day. */
async function piecesOf(telling: Telling, by: By) {
  const happened = await todayIn(telling.tx, plus(by.now, -4 * DAY))
  const rest = { duty: null, corrects: null, key: null }
  return (who: Giver, given: Given): NewEvidence => ({
    ...given,
    ...rest,
    member: idOf(telling, who),
    happened,
  })
}

async function quarterOf(telling: Telling, by: By, quarter: number): Promise<NewEvidence[]> {
  const piece = await piecesOf(telling, by)
  const habits = HABITS.filter(({ from, until }) => until <= quarter && quarter <= from)
  const usual = habits.flatMap(({ who, euros = 0, hours = 0 }) => {
    const paid = who === LATE.who && quarter === LATE.quarter ? 0 : euros
    return [
      ...(paid > 0 ? [piece(who, { unit: 'EUR', amount: paid * 100, note: '' })] : []),
      ...(hours > 0 ? [piece(who, { unit: 'minutes', amount: hours * 60, note: '' })] : []),
    ]
  })
  const once = ONCE.filter(([ago]) => ago === quarter)
  return [
    ...usual,
    ...once.map(([, who, unit, amount, note]) => piece(who, { unit, amount, note })),
  ]
}

/** The quarters as chapters, with one payment that came back. */
export function gave(telling: Telling): Chapter[] {
  const { tx, cast } = telling
  const circle = cast.coop
  const keeper = (quarter: number) => cast.id(quarter > 330 ? 'ngozi' : 'joost')
  const quarters = QUARTERS.map((quarter): Chapter => ({
    ago: quarter,
    tell: async ({ now }) => {
      const by = { by: keeper(quarter), now }
      const adding = { circle, source: 'hand', known: await todayIn(tx, now) } as const
      const all = await quarterOf(telling, by, quarter)
      const added = await standing.addEvidence(tx, adding, all, by)
      const paid = added.find(({ member, unit }) => member === cast.id('maria') && unit === 'EUR')
      if (quarter !== 190 || !paid) return
      const { member, unit, amount, happened, id } = paid
      const back = { member, unit, happened, duty: null, key: null, corrects: id }
      const note = 'It came back: an old account.'
      await standing.addEvidence(tx, adding, [{ ...back, amount: -amount, note }], by)
    },
  }))
  const again: Chapter = {
    ago: 150,
    tell: async ({ now }) => {
      const by = { by: cast.id('joost'), now }
      const adding = { circle, source: 'hand', known: await todayIn(tx, now) } as const
      const note = 'From the new account'
      const piece = await piecesOf(telling, by)
      const paid = piece('maria', { unit: 'EUR', amount: 1600, note })
      await standing.addEvidence(tx, adding, [paid], by)
    },
  }
  return [...quarters, again, ...claimed(telling)]
}

/** Claims that were answered and that wait, and somebody who asks to be excused. */
function claimed({ tx, cast }: Telling): Chapter[] {
  const circle = cast.coop
  const claim = async (who: Key, hours: number, said: string, { now }: By) => {
    const happened = await todayIn(tx, plus(now, -2 * DAY))
    const given = { circle, member: cast.id(who), unit: 'minutes', amount: hours * 60, duty: null }
    return standing.addClaim(tx, { ...given, happened, said }, { by: cast.id(who), now })
  }
  return [
    {
      ago: 60,
      tell: async (by) => {
        const id = await claim('oisin', 3, 'Mended the projector', by)
        const answer = { by: cast.id('joost'), now: plus(by.now, DAY) }
        const known = await todayIn(tx, answer.now)
        const waits = await standing.lockClaim(tx, circle, id)
        if (waits) await standing.acknowledge(tx, waits, { why: '', known }, answer)
      },
    },
    { ago: 3, tell: (by) => claim('tomasz', 7, 'Repaired the mast of the radio', by) },
    { ago: 2, tell: (by) => claim('oisin', 4, 'Carded wool with the new spinners', by) },
    {
      ago: 2,
      tell: async ({ now }) =>
        standing.askExcuse(
          tx,
          {
            circle,
            member: cast.id('aroha'),
            duty: null,
            until: await todayIn(tx, plus(now, 120 * DAY)),
            said: 'The orchard gave nothing this year. By March I know more.',
          },
          { by: cast.id('aroha'), now },
        ),
    },
    {
      ago: 12,
      tell: ({ now }) =>
        standing.saveWish(
          tx,
          {
            circle,
            person: cast.id('ngozi'),
            wish: 'stewarding',
            said: 'I would like to steward more, but not before spring.',
          },
          now,
        ),
    },
  ]
}
