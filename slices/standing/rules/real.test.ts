/**
 * The published rules of real co-ops, as duties, with their own numbers. Where two of their texts
 * disagree, both are here, as two versions or two readings.
 */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import {
  came,
  comeTo,
  duties,
  duty,
  euros,
  given,
  hours,
  member,
  rules,
  stateOn,
  version,
} from '#testing/standing.ts'
import { countOf, dayAt, NEVER } from './days.ts'
import { asking, type Member } from './facts.ts'
import { type RollLine, rollOf, type Voter } from './roll.ts'
import { dutiesSection } from './section.ts'
import { standingOf } from './standing.ts'

const votes = (lines: readonly RollLine[]) => lines.filter((line) => line.votes).length
const always = { from: countOf('2020-01-01'), until: NEVER }

suite(
  'Sunbeam City: unpaid 3 of the last 12 months, the vote is frozen (wiki.sunbeam.city)',
  () => {
    const part = (missed: number) => ({
      ...duties(duty('dues', 'month', [euros(1)])),
      exemptions: [
        { key: 'squads', for: { kind: 'circle' as const, circle: null }, duties: ['dues'] },
      ],
      behind: { missed, of: 12, rests: ['vote' as const], restsAfter: 0 },
    })
    const three = rules([version(1, '2025-01-01', part(3))])
    const moreThanThree = rules([version(1, '2025-01-01', part(4))])
    /** Paid for the first so many months of 2025, asked when December is over. */
    const paidFor = (months: number) =>
      member('2025-01-01', {
        given: Array.from({ length: months }, (_, at) =>
          given(`2025-${String(at + 1).padStart(2, '0')}-15`, 1, 'EUR'),
        ),
      })
    const table: [paid: number, unpaid: number, wiki: string, other: string][] = [
      [12, 0, 'good', 'good'],
      [11, 1, 'good', 'good'],
      [10, 2, 'good', 'good'],
      [9, 3, 'behind since 2026-01-01', 'good'],
      [8, 4, 'behind since 2025-12-01', 'behind since 2026-01-01'],
      [0, 12, 'behind since 2025-04-01', 'behind since 2025-05-01'],
    ]
    for (const [paid, unpaid, wiki, other] of table)
      test(`${unpaid} of 12 unpaid: ${wiki}; read as "more than three": ${other}`, () => {
        assert.equal(stateOn(three, paidFor(paid), '2026-01-01'), wiki)
        assert.equal(stateOn(moreThanThree, paidFor(paid), '2026-01-01'), other)
      })

    test('action squads give labour and owe no dues', () => {
      const squad = member('2025-01-01', { circles: [{ ...always, circle: 'squad' }] })
      assert.equal(stateOn(three, squad, '2026-01-01'), 'good')
    })

    test('the vote is back on the day the third month is paid', () => {
      const late = paidFor(9)
      const paid = { ...late, given: [...late.given, given('2026-01-20', 1, 'EUR')] }
      const rests = (day: string) => standingOf(three, paid, asking(countOf(day))).rests
      assert.deepEqual([rests('2026-01-19'), rests('2026-01-20')], [['vote'], []])
    })
  },
)

suite(
  'meet.coop: operational members (forum 171/9: 500 euros; wiki, Membership: 1000 euros)',
  () => {
    const ask = (sum: number) =>
      duties(
        duty('gift', 'once', [euros(sum), hours(40)], { due: 'start', part: 'whole', grace: 90 }),
        duty('circle', 'year', [{ kind: 'circles', count: 1 }], { grace: 90 }),
        duty('all-hands', 'half-year', [comeTo(1, 2)], { part: 'nothing' }),
      )
    const allHands = Array.from({ length: 12 }, (_, month) =>
      dayAt(countOf('2021-01-12') + month * 30),
    )
    const judging = rules(
      [version(1, '2020-05-01', ask(500)), version(2, '2020-07-02', ask(1000))],
      allHands,
    )
    const inCircle = { circles: [{ ...always, circle: 'tech' }] }
    const table: [joined: string, gave: string, gift: [number, string], standing: string][] = [
      ['2020-06-01', '500 euros, as the forum says', [500, 'EUR'], 'good'],
      ['2020-06-01', '499 euros', [499, 'EUR'], 'behind since 2020-08-31'],
      [
        '2020-08-01',
        '500 euros, after the wiki said 1000',
        [500, 'EUR'],
        'behind since 2020-10-31',
      ],
      ['2020-08-01', '1000 euros', [1000, 'EUR'], 'good'],
      ['2020-06-01', '40 hours', [40, 'hours'], 'good'],
      ['2020-08-01', '40 hours', [40, 'hours'], 'good'],
      ['2020-08-01', '39 hours', [39, 'hours'], 'behind since 2020-10-31'],
    ]
    for (const [joined, gave, [count, unit], standing] of table)
      test(`joined ${joined}, gave ${gave}: ${standing}`, () => {
        const who = member(joined, { ...inCircle, given: [given('2020-08-10', count, unit)] })
        assert.equal(stateOn(judging, who, '2020-12-01'), standing)
      })

    test('at half of the All Hands: 3 of 6 is enough, 2 is not', () => {
      const paid = { ...inCircle, given: [given('2020-06-01', 500, 'EUR')] }
      const at = (days: number) =>
        member('2020-06-01', { ...paid, came: came(...allHands.slice(0, days)) })
      assert.equal(stateOn(judging, at(3), '2021-07-01'), 'good')
      assert.equal(stateOn(judging, at(2), '2021-07-01'), 'behind since 2021-07-01')
    })

    test('in no circle after 90 days is behind', () => {
      const who = member('2020-06-01', { given: [given('2020-06-01', 500, 'EUR')] })
      assert.equal(stateOn(judging, who, '2020-08-29'), 'good')
      assert.equal(stateOn(judging, who, '2020-08-30'), 'behind since 2020-08-30')
    })
  },
)

const fine = { state: 'good', since: null, idle: false, trialUntil: null, rests: [] } as const
const voter = (
  id: string,
  kind: Voter['kind'],
  inClass: string,
  rest: Partial<Voter> = {},
): Voter => ({
  member: id,
  kind,
  class: inClass,
  standing: fine,
  delegates: [],
  speaksFor: [],
  ...rest,
})
const voting = (...keys: string[]) => keys.map((key) => ({ key, votes: true, onTrial: true }))

test('Webarchitects: one member one vote inside a class; the halves are weighed in the count (wiki.coops.tech)', () => {
  const roll = rollOf(
    [
      ...Array.from({ length: 10 }, (_, at) => voter(`w${at}`, 'person', 'worker')),
      ...Array.from({ length: 90 }, (_, at) => voter(`c${at}`, 'person', 'client')),
      voter('w3', 'person', 'client'),
    ],
    voting('worker', 'client', 'investor'),
  )
  assert.equal(roll.length, 100, 'a worker who is a client too is on it once')
  const workers = roll.filter((line) => line.class === 'worker' && line.votes)
  assert.deepEqual([workers.length, votes(roll)], [10, 100])
})

test('CoTech: 26 co-ops, one co-op one vote, cast by any of its people (loomio.com/d/dTl08HJL)', () => {
  const coops = Array.from({ length: 26 }, (_, at) =>
    voter(`coop${at}`, 'co-op', 'co-op', { delegates: [`a${at}`, `b${at}`, `c${at}`] }),
  )
  const roll = rollOf([...coops, ...coops.slice(0, 5)], voting('co-op'))
  assert.deepEqual([roll.length, votes(roll)], [26, 26])
})

suite(
  'Co-op Cloud: large decisions need more than half of all members (docs.coopcloud.tech)',
  () => {
    const part = { ...duties(duty('dues', 'month', [euros(10)], { grace: 730 })), idle: 180 }
    const judging = rules([version(1, '2025-01-01', part)], ['2026-03-10'])
    const active = member('2025-01-01', { came: came('2026-03-10') })
    const silent = member('2025-01-01')

    test('who left no trace for half a year is paused, and back with the next trace', () => {
      assert.equal(stateOn(judging, silent, '2025-06-29'), 'good')
      assert.equal(stateOn(judging, silent, '2025-06-30'), 'paused since 2025-06-30')
      assert.equal(stateOn(judging, active, '2026-03-10'), 'good')
    })

    test('of 12 members 5 are silent: more than half is 4 instead of 7', () => {
      const standings = (who: Member) => standingOf(judging, who, asking(countOf('2026-03-20')))
      const voters = Array.from({ length: 12 }, (_, at) =>
        voter(`m${at}`, 'person', 'member', { standing: standings(at < 7 ? active : silent) }),
      )
      const all = votes(rollOf(voters, null))
      assert.deepEqual([all, Math.floor(all / 2) + 1, Math.floor(12 / 2) + 1], [7, 4, 7])
    })

    test('10 euros a month or 60 a year do not agree, and the check says so', () => {
      const { say } = wordsIn('en')
      const situation = { level: 'primary', memberCount: 12, stewardCount: 2 } as const
      const both = duties(duty('dues', 'year', [euros(120), euros(60)]))
      const [found] = dutiesSection.check(both, say, {}, situation, [])
      assert.match(found?.sentence ?? '', /asks twice for the same kind of thing/)
    })
  },
)

suite(
  'the membrane as it was drawn: 60 euros a year, 10 hours a half-year, one in two, a circle',
  () => {
    const judging = rules([
      version(
        1,
        '2024-01-01',
        duties(
          duty('dues', 'year', [euros(60)], { grace: 30 }),
          duty('hours', 'half-year', [hours(10), euros(50)], { grace: 30 }),
        ),
      ),
    ])
    test('3 hours are missing in December; 15 euros do instead; behind on 31 January', () => {
      const who = member('2026-01-01', {
        given: [
          given('2026-01-11', 60, 'EUR', { duty: 'dues' }),
          given('2026-03-01', 10, 'hours'),
          given('2026-10-02', 7, 'hours'),
        ],
      })
      assert.equal(stateOn(judging, who, '2027-01-30'), 'good')
      assert.equal(stateOn(judging, who, '2027-01-31'), 'behind since 2027-01-31')
      const paid = {
        ...who,
        given: [...who.given, given('2027-01-20', 15, 'EUR', { duty: 'hours' })],
      }
      assert.equal(stateOn(judging, paid, '2027-01-31'), 'good')
    })
  },
)
