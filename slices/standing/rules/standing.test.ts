/** Standing, in tables. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
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
  server,
  stateOn,
  version,
} from '#testing/standing.ts'
import { countOf, dayAt, NEVER } from './days.ts'
import { asking, type Member } from './facts.ts'
import { nextChange, standingOf } from './standing.ts'

const yearly = duty('dues', 'year', [euros(60)], { grace: 30 })
const byYear = rules([version(1, '2024-01-01', duties(yearly))])

function onDays(judging: ReturnType<typeof rules>, who: Member, table: Record<string, string>) {
  for (const [day, state] of Object.entries(table))
    assert.equal(stateOn(judging, who, day), state, day)
}

suite('dues of 60 euros a year with 30 days of grace', () => {
  test('unpaid: in good standing through the year and the grace, then behind', () => {
    onDays(byYear, member('2026-01-01'), {
      '2026-06-01': 'good',
      '2026-12-31': 'good',
      '2027-01-30': 'good',
      '2027-01-31': 'behind since 2027-01-31',
      '2027-06-01': 'behind since 2027-01-31',
    })
  })

  test('paid late, the standing is good again from the day it is paid', () => {
    onDays(byYear, member('2026-01-01', { given: [given('2027-03-05', 60, 'EUR')] }), {
      '2027-03-04': 'behind since 2027-01-31',
      '2027-03-05': 'good',
      '2028-01-31': 'behind since 2028-01-31',
    })
  })

  test('a payment counts for what was owed first, then for its own year', () => {
    const who = member('2025-01-01', {
      given: [given('2026-05-01', 60, 'EUR'), given('2026-06-01', 20, 'EUR')],
    })
    const [dues] = standingOf(byYear, who, asking(countOf('2026-12-01'))).duties
    assert.ok(dues?.kind === 'gifts')
    assert.deepEqual(
      dues.periods.map(({ owed, filled }) => [dayAt(owed.from), filled]),
      [
        ['2025-01-01', 6000],
        ['2026-01-01', 2000],
      ],
    )
  })

  test('what is paid ahead waits for the next year', () => {
    onDays(byYear, member('2026-01-01', { given: [given('2026-01-02', 180, 'EUR')] }), {
      '2028-12-31': 'good',
      '2029-12-31': 'good',
      '2030-01-31': 'behind since 2030-01-31',
    })
  })

  test('who joins on 2 July owes 30.08 of 60 euros: 183 of 365 days', () => {
    const almost = member('2026-07-02', { given: [given('2026-07-02', 30.07, 'EUR')] })
    const enough = member('2026-07-02', { given: [given('2026-07-02', 30.08, 'EUR')] })
    assert.equal(stateOn(byYear, almost, '2027-02-01'), 'behind since 2027-01-31')
    assert.equal(stateOn(byYear, enough, '2027-02-01'), 'good')
  })

  test('another currency counts for nothing, and is said', () => {
    const who = member('2026-01-01', { given: [given('2026-03-01', 100, 'GBP')] })
    const standing = standingOf(byYear, who, asking(countOf('2027-02-01')))
    assert.equal(standing.state, 'behind')
    assert.equal(standing.uncounted.length, 1)
  })

  test('a member who left is left, one who never was is left too', () => {
    const classes = [
      {
        class: 'member',
        from: countOf('2026-01-01'),
        until: countOf('2026-05-01'),
        trialUntil: null,
      },
    ]
    onDays(byYear, member('2026-01-01', { classes }), {
      '2026-04-30': 'good',
      '2026-05-01': 'left since 2026-05-01',
      '2025-05-01': 'left',
    })
  })
})

suite('500 euros or 40 hours or a server, a year', () => {
  const judging = rules([
    version(1, '2026-01-01', duties(duty('gift', 'year', [euros(500), hours(40), server]))),
  ])
  const table: [string, [number, string][], string][] = [
    ['500 euros', [[500, 'EUR']], 'good'],
    ['499.99 euros', [[499.99, 'EUR']], 'behind since 2027-01-01'],
    ['40 hours', [[40, 'hours']], 'good'],
    ['39 hours', [[39, 'hours']], 'behind since 2027-01-01'],
    ['a server', [[1, 'thing:server']], 'good'],
    [
      '250 euros and 20 hours',
      [
        [250, 'EUR'],
        [20, 'hours'],
      ],
      'good',
    ],
    [
      '250 euros and 19 hours',
      [
        [250, 'EUR'],
        [19, 'hours'],
      ],
      'behind since 2027-01-01',
    ],
    ['a printer', [[1, 'thing:printer']], 'behind since 2027-01-01'],
  ]
  for (const [what, gifts, state] of table)
    test(`${what}: ${state}`, () => {
      const who = member('2026-01-01', {
        given: gifts.map(([count, unit]) => given('2026-04-01', count, unit)),
      })
      assert.equal(stateOn(judging, who, '2027-01-01'), state)
    })
})

suite('coming to every second gathering, by the quarter', () => {
  const held = ['2026-01-10', '2026-02-10', '2026-03-10']
  const judging = rules(
    [
      version(
        1,
        '2026-01-01',
        duties(duty('come', 'quarter', [comeTo(1, 2)], { part: 'nothing' })),
      ),
    ],
    held,
  )
  test('two of three are enough, one is not, and nothing is judged before the quarter is over', () => {
    const one = member('2026-01-01', { came: came('2026-01-10') })
    assert.equal(stateOn(judging, one, '2026-03-31'), 'good')
    assert.equal(stateOn(judging, one, '2026-04-01'), 'behind since 2026-04-01')
    const two = member('2026-01-01', { came: came('2026-01-10', '2026-03-10') })
    assert.equal(stateOn(judging, two, '2026-04-01'), 'good')
  })

  test('who comes again is behind no longer, though what was missed stays missed', () => {
    const more = rules(
      [version(1, '2026-01-01', duties(duty('come', 'quarter', [comeTo(1, 2)])))],
      [...held, '2026-05-10'],
    )
    const one = member('2026-01-01', { came: came('2026-05-10') })
    assert.equal(stateOn(more, one, '2026-06-30'), 'behind since 2026-04-01')
    assert.equal(stateOn(more, one, '2026-07-01'), 'good')
  })

  test('gatherings before one joined, or during a pause, do not count', () => {
    const late = member('2026-03-01', { came: came('2026-03-10') })
    assert.equal(stateOn(judging, late, '2026-04-01'), 'good')
    const paused = member('2026-01-01', {
      came: came('2026-01-10'),
      pauses: [{ from: countOf('2026-02-01'), until: countOf('2026-04-01') }],
    })
    assert.equal(stateOn(judging, paused, '2026-03-15'), 'paused since 2026-02-01')
    assert.equal(stateOn(judging, paused, '2026-04-02'), 'good')
  })

  test('a quarter without a gathering owes nothing', () => {
    const none = rules([version(1, '2026-01-01', duties(duty('come', 'quarter', [comeTo(1, 2)])))])
    assert.equal(stateOn(none, member('2026-01-01'), '2027-01-01'), 'good')
  })
})

suite('what is asked at every moment', () => {
  const judging = rules([
    version(
      1,
      '2026-01-01',
      duties(duty('circle', 'year', [{ kind: 'circles', count: 1 }], { grace: 90 })),
    ),
  ])
  const within = (from: string, until: string | null) => ({
    circle: 'tools',
    from: countOf(from),
    until: until ? countOf(until) : NEVER,
  })

  test('a newcomer has the days of grace to find a working circle', () => {
    onDays(judging, member('2026-01-01'), {
      '2026-03-31': 'good',
      '2026-04-01': 'behind since 2026-04-01',
    })
  })

  test('who leaves the last one has them again', () => {
    const who = member('2026-01-01', { circles: [within('2026-02-01', '2026-06-01')] })
    onDays(judging, who, {
      '2026-05-01': 'good',
      '2026-08-29': 'good',
      '2026-08-30': 'behind since 2026-08-30',
    })
  })
})

suite('being excused', () => {
  const part = {
    ...duties(duty('hours', 'half-year', [hours(10)])),
    exemptions: [
      { key: 'roles', for: { kind: 'role' as const, roles: [] }, duties: ['hours'] },
      { key: 'hardship', for: { kind: 'hardship' as const }, duties: [] },
    ],
  }
  const judging = rules([version(1, '2026-01-01', part)])
  const all = { from: countOf('2026-01-01'), until: NEVER }

  test('who holds a role owes no hours while they hold it', () => {
    const keeper = member('2026-01-01', { roles: [{ ...all, role: 'tool-keeper' }] })
    assert.equal(stateOn(judging, keeper, '2027-01-01'), 'good')
    const half = { from: countOf('2026-01-01'), until: countOf('2026-04-02') }
    const former = member('2026-01-01', { roles: [{ ...half, role: 'tool-keeper' }] })
    // 90 of 181 days remain: 298 of 600 minutes.
    const short = { ...former, given: [given('2026-05-01', 297 / 60, 'hours')] }
    const just = { ...former, given: [given('2026-05-01', 298 / 60, 'hours')] }
    assert.equal(stateOn(judging, short, '2026-07-01'), 'behind since 2026-07-01')
    assert.equal(stateOn(judging, just, '2026-07-01'), 'good')
  })

  test('hardship excuses from the day it is known, back to the day it is granted for', () => {
    const excused = [{ ...all, duty: null, known: countOf('2026-09-01') }]
    onDays(judging, member('2026-01-01', { excused }), {
      '2026-08-31': 'behind since 2026-07-01',
      '2026-09-01': 'good',
    })
  })

  test('a pause owes nothing', () => {
    const pauses = [{ from: countOf('2026-01-01'), until: countOf('2026-07-01') }]
    assert.equal(stateOn(judging, member('2026-01-01', { pauses }), '2026-07-02'), 'good')
  })
})

suite('versions', () => {
  const v1 = version(1, '2024-01-01', duties(yearly))
  const v2 = version(2, '2026-07-01', duties({ ...yearly, asks: [euros(120)] }))
  const judging = rules([v1, v2])

  test('a period is judged by the version of its first day; a later one changes no past', () => {
    const paid = (amounts: [string, number][]) =>
      member('2026-01-01', { given: amounts.map(([day, sum]) => given(day, sum, 'EUR')) })
    assert.equal(stateOn(judging, paid([['2026-02-01', 60]]), '2027-02-01'), 'good')
    const second = paid([
      ['2026-02-01', 60],
      ['2027-02-01', 60],
    ])
    assert.equal(stateOn(judging, second, '2028-02-01'), 'behind since 2028-01-31')
    assert.equal(stateOn(judging, second, '2027-02-01'), stateOn(rules([v1]), second, '2027-02-01'))
  })

  test('who paid ahead has paid, also when dues rise', () => {
    const ahead = member('2026-01-01', { given: [given('2026-02-01', 120, 'EUR')] })
    assert.equal(stateOn(judging, ahead, '2028-02-01'), 'good')
  })

  test('a duty that is new in the middle of a year is owed by days', () => {
    const fresh = rules([
      version(1, '2024-01-01', duties()),
      version(2, '2026-07-02', duties(yearly)),
    ])
    const who = member('2024-01-01', { given: [given('2026-08-01', 30.08, 'EUR')] })
    assert.equal(stateOn(fresh, who, '2027-02-01'), 'good')
  })
})

suite('evidence', () => {
  const gift = given('2026-05-01', 60, 'EUR')

  test('known later counts only from the day it is known', () => {
    const found = { ...gift, known: countOf('2027-03-01') }
    const who = member('2026-01-01', { given: [found] })
    onDays(byYear, who, { '2027-02-28': 'behind since 2027-01-31', '2027-03-01': 'good' })
    assert.equal(
      stateOn(byYear, who, '2027-02-28', '2027-03-02'),
      'good',
      'asked now for that day, with what is known now',
    )
  })

  test('a returned payment is an entry of its own, and does not change the day before', () => {
    const returned = given('2026-06-01', -60, 'EUR', { corrects: gift.id })
    const who = member('2025-01-01', {
      given: [given('2025-02-01', 60, 'EUR'), gift, returned],
    })
    const filledOn = (day: string) => {
      const [dues] = standingOf(byYear, who, asking(countOf(day))).duties
      return dues?.kind === 'gifts' ? dues.periods.map(({ filled }) => filled) : []
    }
    assert.deepEqual(filledOn('2026-05-31'), [6000, 6000])
    assert.deepEqual(filledOn('2026-06-01'), [6000, 0])
    assert.equal(stateOn(byYear, who, '2027-02-01'), 'behind since 2027-01-31')
  })

  test('what is said in advance: behind on 31 January, if nothing more happens', () => {
    const on = asking(countOf('2026-12-20'))
    const change = nextChange(byYear, member('2026-01-01'), on)
    assert.equal(change === null ? null : dayAt(change), '2027-01-31')
    const paid = member('2026-01-01', { given: [given('2026-12-01', 120, 'EUR')] })
    const later = nextChange(byYear, paid, on)
    assert.equal(later, null)
  })

  test('the vote rests 60 days after somebody fell behind', () => {
    const restsOn = (day: string) =>
      standingOf(byYear, member('2026-01-01'), asking(countOf(day))).rests
    assert.deepEqual(restsOn('2027-03-31'), [])
    assert.deepEqual(restsOn('2027-04-01'), ['vote'])
  })
})
