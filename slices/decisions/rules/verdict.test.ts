import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { type CollegeVotes, partsOf, type Weights } from './colleges.ts'
import { compare, fraction, ONE, readFraction, roughly, sumOf, writeFraction } from './exact.ts'
import { splitWhole } from './split.ts'
import { type QuestionRules, verdictOn } from './verdict.ts'

const part = (text: string) => readFraction(text) ?? ONE

function votes(college: string, said: Partial<CollegeVotes>): CollegeVotes {
  const { favour = 0, against = 0, abstain = 0, block = 0 } = said
  const cast = favour + against + abstain + block
  return { college, eligible: cast, present: cast, favour, against, abstain, block, ...said }
}

const plain: QuestionRules = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: { reach: part('1/2'), strict: true },
  inEach: null,
  quorum: null,
  block: 'forbidden',
  leastFavour: null,
  mostAgainst: null,
}

suite('half the votes are the workers: Webarchitects, wiki.coops.tech', () => {
  const shop = [
    votes('workers', { favour: 8, against: 2 }),
    votes('clients', { favour: 20, against: 40, eligible: 90 }),
  ]
  const shares = { workers: part('1/2'), clients: part('1/2') }
  const readings: [string, Weights, string, boolean][] = [
    [
      'a block by votes cast',
      { reading: 'share-by-votes', shares, empty: 'lapses' },
      '56.66',
      true,
    ],
    [
      'a multiplier that balances the rolls',
      { reading: 'multiplier', factors: { workers: part('9') } },
      '61.33',
      true,
    ],
    ['a block by roll', { reading: 'share-by-roll', shares, empty: 'lapses' }, '51.11', true],
    ['flat', { reading: 'flat' }, '40.00', false],
  ]
  for (const [name, weights, percent, half] of readings)
    test(`${name}: ${percent} %`, () => {
      const verdict = verdictOn(shop, { ...plain, weights })
      assert.equal(roughly(verdict.inFavour, 4), `0.${percent.replace('.', '')}`)
      assert.equal(verdict.passed, half)
      const sixty = verdictOn(shop, {
        ...plain,
        weights,
        threshold: { reach: part('60 %'), strict: false },
      })
      assert.equal(sixty.passed, name.startsWith('a multiplier'))
    })
})

suite('investors hold at most a tenth: Signalise, organisation.signalise.coop', () => {
  const members = [
    votes('users', { favour: 18, against: 12 }),
    votes('investors', { favour: 0, against: 20 }),
  ]
  test('flat, twenty of them stop eighteen of thirty users', () => {
    assert.equal(writeFraction(verdictOn(members, plain).inFavour), '9/25')
  })
  test('capped, 54 % are in favour', () => {
    const weights: Weights = { reading: 'bounds', most: { investors: part('10 %') }, least: {} }
    const verdict = verdictOn(members, { ...plain, weights })
    assert.equal(writeFraction(verdict.inFavour), '27/50')
    assert.equal(verdict.passed, true)
  })
  test('a cap that nobody reaches changes nothing', () => {
    const weights: Weights = { reading: 'bounds', most: { investors: part('1/2') }, least: {} }
    assert.equal(writeFraction(verdictOn(members, { ...plain, weights }).inFavour), '9/25')
  })
  test('a class that is promised a part has at least that', () => {
    const weights: Weights = { reading: 'bounds', most: {}, least: { users: part('3/4') } }
    const [users] = partsOf(members, weights, 'cast')
    assert.equal(users && writeFraction(users.share), '3/4')
  })
})

suite('an empty class', () => {
  const shares = { workers: part('45 %'), users: part('35 %'), friends: part('20 %') }
  const some = [
    votes('workers', { favour: 3, against: 1 }),
    votes('users', { favour: 5, against: 5 }),
    votes('friends', { eligible: 4 }),
  ]
  const under = (empty: 'lapses' | 'not-in-favour') =>
    verdictOn(some, { ...plain, weights: { reading: 'share-by-votes', shares, empty } })
  test('lapses to the others in proportion', () => {
    assert.equal(writeFraction(under('lapses').inFavour), '41/64')
  })
  test('or counts as not in favour', () => {
    assert.equal(writeFraction(under('not-in-favour').inFavour), '41/80')
  })
})

suite('members who do not vote: Social.coop 2017, loomio.org/d/tB5wveTb', () => {
  const six = [votes('members', { favour: 6, eligible: 21 })]
  const ordinary: QuestionRules = {
    ...plain,
    threshold: { reach: part('50 %'), strict: false },
    block: { overcomeAt: part('90 %') },
  }
  test('six of twenty-one pass without a quorum, and fail with one of 30 %', () => {
    assert.equal(verdictOn(six, ordinary).passed, true)
    const quorum = { of: 'voters', reach: part('30 %') } as const
    const verdict = verdictOn(six, { ...ordinary, quorum })
    assert.equal(verdict.passed, false)
    assert.deepEqual(
      verdict.checks.filter(({ fine }) => !fine).map(({ kind }) => kind),
      ['quorum'],
    )
  })
  test('a block is overcome by nine in ten, not by eight', () => {
    const blocked = (favour: number) =>
      verdictOn([votes('members', { favour, block: 1 })], ordinary).passed
    assert.equal(blocked(9), true)
    assert.equal(blocked(8), false)
  })
})

suite('large decisions of twelve co-ops: Co-op Cloud 2023, docs.coopcloud.tech/federation', () => {
  const large: QuestionRules = { ...plain, base: 'eligible', mostAgainst: 0 }
  for (const [favour, against, passes] of [
    [6, 0, false],
    [7, 0, true],
    [7, 1, false],
  ] as const)
    test(`${favour} in favour, ${against} against: ${passes ? 'passes' : 'fails'}`, () => {
      const vote = [votes('co-ops', { favour, against, eligible: 12 })]
      assert.equal(verdictOn(vote, large).passed, passes)
    })
})

test('two for, two against, nobody blocks: passes as consent, fails as majority: CoTech, loomio.com/d/dTl08HJL', () => {
  const vote = [votes('members', { favour: 2, against: 2, eligible: 96 })]
  const consent: QuestionRules = { ...plain, threshold: null, block: 'stops' }
  assert.equal(verdictOn(vote, consent).passed, true)
  assert.equal(verdictOn(vote, plain).passed, false)
  const quorum = { of: 'voters', reach: part('1/2') } as const
  assert.equal(verdictOn(vote, { ...consent, quorum }).passed, false)
})

test('fifteen decisions of 26 co-ops under a quorum of half: CoTech, gist chrisroos/6a5fc69b', () => {
  const decisions = [
    13, 0, 8, 1, 12, 1, 6, 2, 8, 5, 12, 2, 9, 0, 12, 2, 9, 1, 12, 1, 10, 2, 11, 4, 2, 0, 1, 0, 2, 0,
  ]
  const quorum = { of: 'voters', reach: part('50 %') } as const
  const valid = (unknown: boolean) =>
    decisions.filter((known, at) => {
      if (at % 2 === 1) return false
      const favour = known + (unknown ? (decisions[at + 1] ?? 0) : 0)
      const rules: QuestionRules = { ...plain, threshold: null, quorum }
      return verdictOn([votes('co-ops', { favour, eligible: 26 })], rules).passed
    }).length
  assert.equal(valid(false), 1)
  assert.equal(valid(true), 7)
})

suite('a special resolution of three quarters, and more than half of each class', () => {
  const special: QuestionRules = {
    ...plain,
    threshold: { reach: part('75 %'), strict: false },
    inEach: {
      colleges: ['labour', 'users', 'founders'],
      threshold: { reach: part('1/2'), strict: true },
      empty: 'fails',
    },
  }
  const cast = [
    votes('labour', { favour: 2, against: 2 }),
    votes('users', { favour: 40, against: 2 }),
  ]
  test('half of a class is not more than half', () => {
    const { checks } = verdictOn([...cast, votes('founders', { favour: 1 })], special)
    assert.deepEqual(
      checks.map((check) => [check.kind, check.fine]),
      [
        ['threshold', true],
        ['college', false],
        ['college', true],
        ['college', true],
      ],
    )
  })
  test('an empty class fails, or is left out, as it was declared', () => {
    const inEach = {
      colleges: ['users', 'founders'],
      threshold: { reach: part('1/2'), strict: true },
    }
    assert.equal(
      verdictOn(cast, { ...special, inEach: { ...inEach, empty: 'fails' } }).passed,
      false,
    )
    assert.equal(
      verdictOn(cast, { ...special, inEach: { ...inEach, empty: 'left-out' } }).passed,
      true,
    )
  })
  const founders: [what: string, eligible: number | null, passes: boolean][] = [
    ['nobody on the roll is left out', 0, true],
    ['no row at all is left out', null, true],
    ['two on the roll, who did not vote, fails', 2, false],
  ]
  for (const [what, eligible, passes] of founders)
    test(`where silence fails a class that has somebody: ${what}`, () => {
      const inEach = {
        colleges: ['users', 'founders'],
        threshold: { reach: part('1/2'), strict: true },
        empty: 'fails-if-any' as const,
      }
      const there = eligible === null ? cast : [...cast, votes('founders', { eligible })]
      assert.equal(verdictOn(there, { ...special, inEach }).passed, passes)
    })
})

test('one question, four bases', () => {
  const vote = [votes('all', { favour: 10, against: 5, abstain: 5, present: 25, eligible: 40 })]
  const share = (base: QuestionRules['base']) =>
    writeFraction(verdictOn(vote, { ...plain, base }).inFavour)
  assert.deepEqual((['cast', 'cast-and-abstained', 'present', 'eligible'] as const).map(share), [
    '2/3',
    '1/2',
    '2/5',
    '1/4',
  ])
})

suite('whatever was voted', () => {
  const number = fc.integer({ min: 0, max: 60 })
  const college = (name: string) =>
    fc
      .record({ favour: number, against: number, abstain: number, block: number, away: number })
      .map(({ away, ...cast }) => {
        const one = votes(name, cast)
        return { ...one, eligible: one.eligible + away }
      })
  const colleges = fc.tuple(college('a'), college('b'), college('c'))
  const share = fc.integer({ min: 1, max: 9 }).map((tenths) => fraction(BigInt(tenths), 10n))
  const parts = fc.record({ a: share, b: share, c: share })
  const readings: fc.Arbitrary<Weights> = fc.oneof(
    fc.constant<Weights>({ reading: 'flat' }),
    parts.map((factors): Weights => ({ reading: 'multiplier', factors })),
    parts.map((shares): Weights => ({ reading: 'share-by-votes', shares, empty: 'lapses' })),
    parts.map((shares): Weights => ({ reading: 'share-by-roll', shares, empty: 'lapses' })),
    share.map((most): Weights => ({ reading: 'bounds', most: { a: most }, least: {} })),
  )

  test('what the colleges hold is the whole, or nothing when nobody is in the base', () => {
    fc.assert(
      fc.property(colleges, readings, (cast, weights) => {
        const held = sumOf(partsOf(cast, weights, 'cast').map((one) => one.share))
        const nobody = cast.every((one) =>
          weights.reading === 'share-by-roll'
            ? one.eligible === 0
            : one.favour + one.against + one.block === 0,
        )
        assert.equal(writeFraction(held), nobody ? '0' : '1')
      }),
    )
  })

  test('one more in favour never turns a yes into a no', () => {
    fc.assert(
      fc.property(colleges, readings, (cast, weights) => {
        const rules = { ...plain, weights, quorum: { of: 'voters', reach: part('1/3') } as const }
        const before = verdictOn(cast, rules)
        const fewer = cast.map((one, at) =>
          at === 0 && one.against > 0
            ? { ...one, against: one.against - 1, favour: one.favour + 1 }
            : one,
        )
        const after = verdictOn(fewer, rules)
        assert.ok(compare(after.inFavour, before.inFavour) >= 0)
        assert.ok(after.passed || !before.passed)
      }),
    )
  })

  test('all in favour pass, all against fail, under every reading', () => {
    fc.assert(
      fc.property(fc.tuple(number, number, number), readings, (sizes, weights) => {
        fc.pre(sizes.every((size) => size > 0))
        const all = (how: 'favour' | 'against') =>
          sizes.map((size, at) => votes('abc'.charAt(at), { [how]: size }))
        assert.equal(verdictOn(all('favour'), { ...plain, weights }).passed, true)
        assert.equal(verdictOn(all('against'), { ...plain, weights }).passed, false)
      }),
    )
  })

  test('a split adds up to the whole, and nobody is off by a unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10_000n }),
        fc.array(number, { minLength: 1 }),
        (sum, sizes) => {
          const split = splitWhole(
            sum,
            sizes.map((size) => fraction(BigInt(size))),
          )
          const all = sizes.reduce((so, size) => so + size, 0)
          const total = split.reduce((so, each) => so + each, 0n)
          assert.equal(total, all === 0 ? 0n : sum)
          split.forEach((each, at) => {
            const due = (sum * BigInt(sizes[at] ?? 0)) / BigInt(Math.max(all, 1))
            assert.ok(each === due || each === due + 1n)
          })
        },
      ),
    )
  })
})
