/** Duties as people read them, and what is wrong with some. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import type { Named } from '#slices/constitutions/index.ts'
import { comeTo, duties, duty, euros, hours, server } from '#testing/standing.ts'
import { DutiesPart, NO_DUTIES } from './duty.ts'
import { minorOf, moneyText } from './money.ts'
import { presetsIn } from './presets.ts'
import { dutiesSection } from './section.ts'

const { say } = wordsIn('en')
const situation = { level: 'co-op of co-ops', memberCount: 10, stewardCount: 2 } as const
const classes = ['member', 'maintainer', 'supporter', 'assembly', 'custodian', 'producer']
const named: Named[] = [...classes, 'consumer', 'individual'].map((key) => ({
  kind: 'class',
  key,
  name: `${key[0]?.toUpperCase()}${key.slice(1)}s`,
}))
const found = (part: DutiesPart) => dutiesSection.check(part, say, {}, situation, named)

test('each preset is valid, says every rule once, and reads as sentences', () => {
  for (const [name, part] of Object.entries(presetsIn(say))) {
    assert.deepEqual(DutiesPart.parse(part), part, name)
    assert.deepEqual(found(part), [], name)
    const prose = dutiesSection.prose(part, say, {}, named)
    assert.equal(new Set(prose.map(({ key }) => key)).size, prose.length)
  }
  const prose = dutiesSection.prose(presetsIn(say)['full-commons'], say, {}, named)
  const sentence = (key: string) => prose.find((one) => one.key === key)?.text
  assert.equal(
    sentence('custodian-gift'),
    'Custodians: 40 hours or 500 EUR or a server, every year. For a part of the period it is owed by days. It is due when the period ends, with 30 days of grace.',
  )
  assert.match(
    sentence('individual-dues') ?? '',
    /what they can, between 1 EUR and 5 EUR, every month/,
  )
  assert.match(sentence('producer-gatherings') ?? '', /come to 1 of every 2 gatherings/)
  assert.equal(
    sentence('excused.role-holders'),
    'Who holds a role is excused from 10 hours or 50 EUR.',
  )
  assert.equal(
    sentence('rests'),
    'For who is behind the vote rests after 60 days, until it is made good.',
  )
})

test('without duties nobody can be behind, and nothing is said of it', () => {
  const prose = dutiesSection.prose(NO_DUTIES, say, {}, named)
  assert.deepEqual(
    prose.map(({ key }) => key),
    ['seen'],
  )
})

suite('the check', () => {
  const wrong: [string, DutiesPart, RegExp][] = [
    [
      'a duty of a class that is not there',
      duties(duty('d', 'year', [euros(10)], { classes: ['ghost'] })),
      /No class can meet the duty d/,
    ],
    [
      'a role asked for where there is none',
      duties(duty('d', 'year', [{ kind: 'roles', count: 1 }])),
      /fewer roles that its classes may hold/,
    ],
    ['gatherings or money', duties(duty('d', 'year', [comeTo(1, 2), euros(5)])), /asked for alone/],
    ['euros or other euros', duties(duty('d', 'year', [euros(5), euros(6)])), /asks twice/],
    ['three of every two gatherings', duties(duty('d', 'year', [comeTo(3, 2)])), /more gatherings/],
    ['from 9 to 5 euros', duties(duty('d', 'year', [euros(9, 5)])), /less than its least/],
    [
      'sums that share no measure',
      duties(
        duty('d', 'year', [
          euros(999_983),
          hours(9973),
          { ...euros(1), kind: 'dues', least: { minor: 99_999_989, currency: 'GBP' }, most: null },
        ]),
      ),
      /rounder numbers/,
    ],
    [
      'four of three missed',
      {
        ...duties(duty('d', 'year', [euros(9)])),
        behind: { missed: 4, of: 3, rests: [], restsAfter: 0 },
      },
      /Nobody can miss 4 of 3/,
    ],
    [
      'two of one name',
      duties(duty('d', 'year', [euros(9)]), duty('d', 'year', [hours(9)])),
      /Two duties/,
    ],
    [
      'an exemption from nothing',
      { ...NO_DUTIES, exemptions: [{ key: 'x', for: { kind: 'hardship' }, duties: ['y'] }] },
      /which there is not/,
    ],
  ]
  for (const [what, part, sentence] of wrong)
    test(`refuses ${what}`, () => {
      const said = found(part)
      assert.ok(
        said.some((one) => one.severity === 'error' && sentence.test(one.sentence)),
        JSON.stringify(said),
      )
    })

  test('has nothing against 500 euros or 40 hours or a server', () => {
    assert.deepEqual(found(duties(duty('d', 'year', [euros(500), hours(40), server]))), [])
  })
})

suite('money', () => {
  const read: [string, number | null][] = [
    ['12.50', 1250],
    ['12,5', 1250],
    ['1.250,00', 125_000],
    ['1,250.00', 125_000],
    ["1'250.00", 125_000],
    ['-20', -2000],
    ['500', 50_000],
    ['1.250', null],
    ['1,2,3', null],
    ['12.345,6.7', null],
    ['twelve', null],
    ['', null],
  ]
  for (const [text, minor] of read)
    test(`"${text}" is ${minor ?? 'not guessed'}`, () => assert.equal(minorOf(text, 'EUR'), minor))

  test('is written with the digits of its currency', () => {
    assert.equal(moneyText(1250, 'EUR'), '12.50 EUR')
    assert.equal(moneyText(50_000, 'EUR'), '500 EUR')
    assert.equal(moneyText(500, 'JPY'), '500 JPY')
    assert.equal(moneyText(-7, 'EUR'), '−0.07 EUR')
  })
})
