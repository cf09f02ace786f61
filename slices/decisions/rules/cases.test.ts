/** Rules of real co-ops with the numbers that are known of them; each names where it is written. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { CollegeVotes } from './colleges.ts'
import { rulesFrom, type RulesText } from './question-rules.ts'
import { verdictOn } from './verdict.ts'

const plain: RulesText = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: { reach: '1/2', strict: true },
  inEach: null,
  quorum: null,
  block: 'forbidden',
  leastFavour: null,
  mostAgainst: null,
}

type Said = Partial<CollegeVotes>

function votes(college: string, said: Said): CollegeVotes {
  const { favour = 0, against = 0, abstain = 0, block = 0 } = said
  const cast = favour + against + abstain + block
  return { college, eligible: cast, present: cast, favour, against, abstain, block, ...said }
}

type Case = [rules: Partial<RulesText>, cast: Record<string, Said>, passes: boolean]

const CASES: Record<string, Record<string, Case>> = {
  'Sunbeam City, wiki.sunbeam.city: a part of the votes cast, more agree than disagree': {
    'one more agrees': [{}, { members: { favour: 4, against: 3, eligible: 60 } }, true],
    'as many disagree': [{}, { members: { favour: 3, against: 3, eligible: 60 } }, false],
    'abstentions are no votes cast': [{}, { members: { favour: 2, against: 1, abstain: 9 } }, true],
    'a frozen vote is not on the roll, and changes nothing': [
      {},
      { members: { favour: 2, against: 1, eligible: 3 } },
      true,
    ],
  },
  'Social.coop 2017, loomio.org/d/C1ZO6FP2: bylaws need 75 %, and 95 % over a block': {
    'three of four': [
      { threshold: { reach: '75 %', strict: false } },
      { members: { favour: 15, against: 5 } },
      true,
    ],
    'nineteen over one block': [
      { threshold: { reach: '75 %', strict: false }, block: { overcomeAt: '95 %' } },
      { members: { favour: 19, block: 1 } },
      true,
    ],
    'eighteen do not overcome it': [
      { threshold: { reach: '75 %', strict: false }, block: { overcomeAt: '95 %' } },
      { members: { favour: 18, block: 1 } },
      false,
    ],
  },
  'Co-op Cloud 2023, docs.coopcloud.tech/federation: medium ones need one yes and no no': {
    'one yes of twelve': [
      { threshold: null, leastFavour: 1, mostAgainst: 0 },
      { 'co-ops': { favour: 1, eligible: 12 } },
      true,
    ],
    'nobody says anything': [
      { threshold: null, leastFavour: 1, mostAgainst: 0 },
      { 'co-ops': { eligible: 12 } },
      false,
    ],
    'nine yes and one no': [
      { threshold: null, leastFavour: 1, mostAgainst: 0 },
      { 'co-ops': { favour: 9, against: 1, eligible: 12 } },
      false,
    ],
  },
  'May First 2020, mayfirst.coop: an organisation has two votes, a person one; 179 to 15 on 132 ballots':
    {
      // 132 ballots weigh 194, so 62 are of organisations; how they voted is not known, the sum is.
      'as if all against were persons': [
        { weights: { reading: 'multiplier', factors: { organisations: '2' } } },
        { organisations: { favour: 62 }, persons: { favour: 55, against: 15 } },
        true,
      ],
    },
  'Signalise, organisation.signalise.coop/rules-bylaws/voting: extraordinary ones need 75 % of those present':
    {
      'three of four in the room': [
        { base: 'present', threshold: { reach: '75 %', strict: false } },
        { members: { favour: 15, against: 1, present: 20, eligible: 80 } },
        true,
      ],
      'who is there and says nothing is not in favour': [
        { base: 'present', threshold: { reach: '75 %', strict: false } },
        { members: { favour: 14, against: 0, present: 20, eligible: 80 } },
        false,
      ],
    },
  '/ch/open, open-network-infrastructure #1: a collective member has three votes': {
    'two collectives outvote five persons': [
      { weights: { reading: 'multiplier', factors: { collectives: '3' } } },
      { collectives: { favour: 2 }, persons: { against: 5 } },
      true,
    ],
  },
}

for (const [body, cases] of Object.entries(CASES))
  suite(body, () => {
    for (const [name, [rules, cast, passes]] of Object.entries(cases))
      test(name, () => {
        const colleges = Object.entries(cast).map(([college, said]) => votes(college, said))
        const verdict = verdictOn(colleges, rulesFrom({ ...plain, ...rules }))
        assert.equal(verdict.passed, passes, JSON.stringify(colleges))
      })
  })

test('May First 2020: 62 organisations and 70 persons are 132 ballots and 194 votes, 179 of them in favour', () => {
  const rules = rulesFrom({
    ...plain,
    weights: { reading: 'multiplier', factors: { organisations: '2' } },
  })
  const cast = [
    votes('organisations', { favour: 62 }),
    votes('persons', { favour: 55, against: 15 }),
  ]
  const { inFavour } = verdictOn(cast, rules)
  assert.deepEqual(inFavour, { over: 179n, under: 194n })
  assert.equal(13 + 6 + 5, 24, 'the board: 13 elected before, six now, five of the workers')
})

test('the parts of Resonate, 45/35/20, share money and not votes: one member one vote', () => {
  // community.resonate.coop t/1173: a member declares one class, and no class weighs more.
  const cast = [
    votes('makers', { favour: 1, against: 9 }),
    votes('listeners', { favour: 30, against: 5 }),
    votes('workers', { favour: 0, against: 2 }),
  ]
  assert.deepEqual(verdictOn(cast, rulesFrom(plain)).inFavour, { over: 31n, under: 47n })
})
