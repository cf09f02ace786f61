import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { isRefusal } from '#kernel/change.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import type { CollegeVotes } from './colleges.ts'
import { countBy, RANKED_METHODS } from './methods.ts'
import { publish } from './publication.ts'
import { publishQuestion, rejudge } from './question-publication.ts'
import { rulesFrom, rulesText, type RulesText } from './question-rules.ts'
import { type OtherRules, whatIf } from './what-if.ts'

const Replay = z.object({
  source: z.string(),
  coops: z.number(),
  decisions: z.array(z.object({ title: z.string(), coops: z.number(), unknown: z.number() })),
})
const cotech = Replay.parse(
  JSON.parse(readFileSync(new URL('./vectors/cotech.json', import.meta.url), 'utf8')),
)

/** Their rule: consensus, nobody blocks, no quorum. */
const consensus: RulesText = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: null,
  inEach: null,
  quorum: null,
  block: 'stops',
  leastFavour: null,
  mostAgainst: null,
}

function voted(favour: number, eligible: number, said: Partial<CollegeVotes> = {}): CollegeVotes {
  const none = { against: 0, abstain: 0, block: 0 }
  return { college: 'co-ops', eligible, present: favour, favour, ...none, ...said }
}

suite(
  'fifteen decisions of 26 co-ops under a quorum of half: CoTech, gist chrisroos/6a5fc69b',
  () => {
    const half: OtherRules = { questions: { '*': { quorum: { of: 'voters', reach: '1/2' } } } }
    const published = (unknown: boolean) =>
      cotech.decisions.map((one) =>
        publishQuestion(
          { title: one.title, kind: 'ordinary' },
          [voted(one.coops + (unknown ? one.unknown : 0), cotech.coops)],
          rulesFrom(consensus),
        ),
      )
    const valid = (unknown: boolean) =>
      published(unknown).flatMap((one) => {
        const told = whatIf(one, half)
        return 'after' in told && told.after ? [told.title] : []
      })

    test('the source is named, and under their own rule all of them passed', () => {
      assert.match(cotech.source, /chrisroos\/6a5fc69b/)
      assert.ok(published(false).every(({ outcome }) => outcome.passed))
    })
    test('1 of 15 is valid; 7 are if each unknown voter is of another co-op', () => {
      assert.deepEqual(valid(false), ['GreenNet'])
      assert.equal(valid(true).length, 7)
    })
    test('what flips says why', () => {
      const [, second] = published(false)
      assert.ok(second)
      const told = whatIf(second, half)
      assert.ok('flips' in told)
      assert.deepEqual([told.flips, told.before, told.after], [true, true, false])
      assert.deepEqual(
        told.why.map(({ message, values }) => [message.id, values['held'], values['needed']]),
        [['decisions.verdict.quorum', '30.76', '50']],
      )
    })
  },
)

test('what a constitution does not say stays; a kind that it does not know is not told', () => {
  const rules = rulesFrom({ ...consensus, quorum: { of: 'voters', reach: '1/4' } })
  const one = publishQuestion({ title: 'Lease', kind: 'spending' }, [voted(8, 26)], rules)
  const three = { threshold: { reach: '3/4', strict: false } }
  const told = whatIf(one, { questions: { spending: three, '*': { quorum: null } } })
  assert.ok('flips' in told)
  assert.deepEqual(
    told.why.map(({ message }) => message.id),
    ['decisions.verdict.quorum', 'decisions.verdict.threshold', 'decisions.verdict.block'],
  )
  assert.deepEqual(whatIf(one, { questions: { ordinary: three } }), {
    title: 'Lease',
    untold: { refused: 'kind-unknown', details: { kind: 'spending' } },
  })
})

suite('an election by another method', () => {
  const towns = electionOf({
    names: 'Memphis Nashville Chattanooga Knoxville',
    papers:
      '42 Memphis>Nashville>Chattanooga>Knoxville, 26 Nashville>Chattanooga>Knoxville>Memphis, 15 Chattanooga>Knoxville>Nashville>Memphis, 17 Knoxville>Chattanooga>Nashville>Memphis',
  })
  const counted = countBy('plurality', towns, null)
  assert.ok(!isRefusal(counted))
  const published = publish(towns, null, counted)
  for (const [method, name] of [
    ['plurality', 'Memphis'],
    ['irv', 'Knoxville'],
    ['schulze', 'Nashville'],
  ] as const)
    test(`${method}: ${name}`, () => {
      const told = whatIf(published, { elections: { method } })
      assert.ok('flips' in told)
      assert.equal(told.flips, method !== 'plurality')
      assert.deepEqual(told.why[0]?.values['now'], [name])
    })
  test('what the ballots do not say is not told', () => {
    const told = whatIf(published, { elections: { method: 'star' } })
    assert.equal('untold' in told && told.untold.refused, 'marks-needed')
    assert.equal('untold' in whatIf(published, { questions: {} }), true)
  })
})

suite('whatever was decided', () => {
  test('under the method that it had, nothing flips', () => {
    fc.assert(
      fc.property(drawnElections({ mostSeats: 1 }), (drawn) => {
        const election = electionFrom(drawn)
        for (const method of Object.keys(RANKED_METHODS)) {
          const count = countBy(method, election, drawn.lot)
          assert.ok(!isRefusal(count))
          const told = whatIf(publish(election, drawn.lot, count), { elections: { method } })
          assert.equal('flips' in told && told.flips, false)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('a question is judged the same from what was published, and rules read as they were written', () => {
    const number = fc.nat(30)
    const part = fc
      .tuple(fc.nat(9), fc.integer({ min: 1, max: 9 }))
      .map(([a, b]) => `${a}/${a + b}`)
    const weights: fc.Arbitrary<RulesText['weights']> = fc.oneof(
      fc.constant({ reading: 'flat' } as const),
      part.map((a) => ({ reading: 'multiplier', factors: { a } }) as const),
      part.map(
        (a) => ({ reading: 'share-by-roll', shares: { a, b: '1/2' }, empty: 'lapses' }) as const,
      ),
      part.map((a) => ({ reading: 'bounds', most: { a }, least: {} }) as const),
    )
    fc.assert(
      fc.property(number, number, number, weights, part, (favour, against, away, how, reach) => {
        const colleges = ['a', 'b'].map((college) => ({
          ...voted(favour, favour + against + away, { against }),
          college,
        }))
        const text: RulesText = {
          ...consensus,
          weights: how,
          threshold: { reach, strict: true },
          inEach: { colleges: ['a'], threshold: { reach, strict: false }, empty: 'fails' },
          block: { overcomeAt: reach },
        }
        const rules = rulesFrom(text)
        assert.deepEqual(rulesFrom(rulesText(rules)), rules)
        const published = publishQuestion({ title: '', kind: 'ordinary' }, colleges, rules)
        assert.deepEqual(rejudge(published), {
          fits: true,
          passed: published.outcome.passed,
          differs: [],
        })
        const moved = published.colleges.map((one) => ({ ...one, favour: one.favour + 1 }))
        assert.ok(rejudge({ ...published, colleges: moved }).differs.includes('fingerprint'))
      }),
      { numRuns: 60 },
    )
  })
})
