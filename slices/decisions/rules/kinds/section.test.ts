/** Kinds of decision, as people read them and as the validator refuses them. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import type { Named, Situation } from '#slices/constitutions/index.ts'
import { kindOfRules } from './changing-rules.ts'
import { Kind, KindsPart } from './kind.ts'
import { kindsPresets } from './presets.ts'
import { kindsSection } from './section.ts'

const { say } = wordsIn('en')
const presets = kindsPresets(say)
const CLASSES = {
  'open-source': ['maintainer'],
  consumer: ['member'],
  movement: ['assembly'],
  'full-commons': ['custodian', 'producer', 'consumer'],
  parliamentary: ['member'],
}
const situation: Situation = { level: 'co-op of co-ops', memberCount: 30, stewardCount: 2 }
const classNamed = (key: string): Named => ({
  kind: 'class',
  key,
  name: `the ${key}s`,
  facts: { votes: key !== 'friend', weight: 1, holds: 'both' },
})
const named = ['custodian', 'producer', 'consumer', 'friend'].map(classNamed)
const check = (kinds: Kind[]) => kindsSection.check({ kinds }, say, {}, situation, named)
const found = (kinds: Kind[]) =>
  check(kinds).map(({ severity, path, sentence }) => `${severity} ${path}: ${sentence}`)

function commons(key: string): Kind {
  const kind = presets['full-commons'].kinds.find((one) => one.key === key)
  assert.ok(kind)
  return kind
}

suite('the models', () => {
  for (const [name, classes] of Object.entries(CLASSES))
    test(`${name} has kinds that could be adopted, each rule with its own key`, () => {
      const part = KindsPart.parse(Object.entries(presets).find(([one]) => one === name)?.[1])
      const here = classes.map(classNamed)
      assert.deepEqual(kindsSection.check(part, say, {}, situation, here), [])
      assert.equal(part.kinds.length, name === 'full-commons' ? 6 : 5)
      const prose = kindsSection.prose(part, say, {}, here)
      assert.equal(new Set(prose.map(({ key }) => key)).size, prose.length)
      assert.ok(prose.every(({ text }) => text.endsWith('.') && !/[{}]/.test(text)))
    })

  test('full commons: a decision of weight reads as people would say it', () => {
    const prose = kindsSection.prose({ kinds: [commons('extraordinary')] }, say, {}, named)
    assert.deepEqual(
      prose.map(({ key, text }) => `${key.replace('extraordinary.', '')}: ${text}`),
      [
        'opens: A decision of weight: it is proposed by anybody who has the right to propose.',
        'support: One other member supports it before it opens.',
        'method: A decision of weight passes when at least two thirds of the votes cast are in favour; abstentions do not count.',
        'each: In each class on its own, more than half must be in favour; a class of which nobody votes is left out.',
        'block: Nobody can block it.',
        'voters: These classes vote on it: the custodians, the producers, the consumers.',
        'weights: One vote each; a member co-op has one, however many delegates it sends.',
        'quorum: It counts only if a third of each class on the roll take part.',
        'days: It is talked about for 14 days first; then it is open for 10 to 28 days.',
        'secrecy: Ballots are open: after the close the circle sees who voted what.',
        'shows: Nothing but how many voted shows before the close. Until then a ballot may be changed; the last one counts.',
        'rules: A change of these rules is decided as section 9 says.',
      ],
    )
  })
})

test('full commons: a matter within a working circle is decided by advice, and reads so', () => {
  const prose = kindsSection.prose({ kinds: [commons('advice')] }, say, {}, named)
  assert.deepEqual(
    prose.map(({ key, text }) => `${key.replace('advice.', '')}: ${text}`),
    [
      'opens: A matter within a working circle: it is proposed by anybody who has the right to propose.',
      'method: A matter within a working circle: whoever proposes it decides it, after asking for advice those whom it touches and those who know. Nobody votes.',
      'asked: At least 2 people are asked; anybody of the circle may give advice unasked.',
      'waits: It is decided once everybody who was asked has answered, or has had 7 days to.',
      'taken: Who decides says in words what is done, and of each advice how it was taken and why. Advice binds nobody, and all of it is for the circle to read.',
      'review: It is asked again 180 days after the count.',
      'rules: A change of these rules is decided as section 9 says.',
    ],
  )
})

test('consent says what an objection does, and who judges it where somebody does', () => {
  const keys = (kind: Kind) =>
    kindsSection.prose({ kinds: [kind] }, say, {}, named).map(({ key }) => key)
  const plain = commons('ordinary')
  assert.ok(keys(plain).includes('ordinary.objections'))
  assert.ok(!keys(plain).includes('ordinary.judges'))
  const judged: Kind = { ...plain, method: { kind: 'consent', judges: 'stewards' } }
  assert.ok(keys(judged).includes('ordinary.judges'))
})

suite('the validator says in a sentence', () => {
  const election = commons('election')
  const spending = commons('spending')
  const weight = commons('extraordinary')
  assert.equal(weight.method.kind, 'question')
  const question = weight.method.kind === 'question' ? weight.method : null
  assert.ok(question)
  const tieless: Kind = { ...election, method: { kind: 'ranked', count: 'meek', ties: null } }
  const wrong: [what: string, kinds: Kind[], says: RegExp][] = [
    [
      'that an election without a tie rule does not open',
      [tieless],
      /^error kinds\.0\.method\.ties: An election does not say what a tie does, and what is not stated does not open/,
    ],
    [
      'that secret ballots would show before the close',
      [{ ...election, secrecy: 'secret', shows: 'open' }],
      /^error kinds\.0\.shows: Ballots of An election are secret/,
    ],
    [
      'that an objection can’t be secret',
      [{ ...commons('ordinary'), secrecy: 'secret' }],
      /error kinds\.0\.secrecy: An objection gives its reason/,
    ],
    [
      'that a class is not there',
      [{ ...weight, voters: ['wizard'] }],
      /names the class wizard, which there is not/,
    ],
    [
      'that a class does not vote',
      [{ ...weight, voters: ['friend'] }],
      /the friends, which has no right to vote/,
    ],
    [
      'that parts are not all of the whole',
      [
        {
          ...spending,
          weights: {
            kind: 'share-by-roll',
            empty: 'lapses',
            shares: named.slice(0, 3).map(({ key }) => ({ class: key, part: { of: 1, in: 4 } })),
          },
        },
      ],
      /are not all of the whole/,
    ],
    [
      'that parts of classes do not go with papers',
      [{ ...election, weights: spending.weights }],
      /options are chosen/,
    ],
    [
      'that it asks for more than all',
      [
        {
          ...weight,
          method: { ...question, threshold: { reach: { of: 1, in: 1 }, strict: true } },
        },
      ],
      /could never pass/,
    ],
    [
      'that fewer than half could pass it',
      [
        {
          ...weight,
          method: { ...question, threshold: { reach: { of: 1, in: 3 }, strict: false } },
        },
      ],
      /^warning .*Less than half/,
    ],
    [
      'that days are turned round',
      [{ ...weight, leastDays: 10, mostDays: 5 }],
      /at least 10 and at most 5 days/,
    ],
    [
      'that advice is for all to read',
      [{ ...commons('advice'), secrecy: 'secret' }],
      /^error .*never secret/,
    ],
    [
      'that by advice nothing is counted',
      [{ ...commons('advice'), quorum: weight.quorum }],
      /^error .*nobody votes/,
    ],
    ['that two kinds have one name', [weight, weight], /^error kinds\.1\.key: Two kinds/],
    [
      'that the change of rules has its own',
      [{ ...weight, key: 'rules' }],
      /“rules” is that of a change/,
    ],
  ]
  for (const [what, kinds, says] of wrong)
    test(what, () => assert.match(found(kinds).join('\n'), says))
})

test('a change of the rules is the kind that section 9 describes', () => {
  const kind = kindOfRules(
    {
      passes: {
        kind: 'majority',
        threshold: { of: 2, in: 3 },
        strict: false,
        base: 'cast',
        perClass: { threshold: { of: 1, in: 2 }, strict: true },
      },
      voters: ['producer'],
      quorum: { of: 1, in: 3 },
      proposers: 2,
      talkDays: 14,
      openDays: 10,
      reviewMonths: null,
    },
    'A change of these rules',
  )
  assert.deepEqual(Kind.parse(kind), kind)
  assert.deepEqual(
    [kind.supporters, kind.leastDays, kind.mostDays, kind.about],
    [1, 10, 10, 'rules'],
  )
  const asked = kind.method.kind === 'question' ? kind.method.inEach?.absent : null
  assert.equal(asked, 'fails-if-any', 'older rules say nothing of a class of which nobody votes')
})
