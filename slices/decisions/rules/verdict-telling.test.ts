import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsIn } from '#kernel/words.ts'
import { fraction } from './exact.ts'
import { tellVerdict } from './verdict-telling.ts'
import { verdictOn } from './verdict.ts'

test('members read what was held and what was needed', () => {
  const college = (name: string, favour: number, against: number, block = 0) => {
    const cast = favour + against + block
    return { college: name, eligible: cast * 2, present: cast, favour, against, abstain: 0, block }
  }
  const shares = { workers: fraction(1n, 2n), clients: fraction(1n, 2n) }
  const verdict = verdictOn([college('workers', 8, 2), college('clients', 20, 39, 1)], {
    base: 'cast',
    weights: { reading: 'share-by-votes', shares, empty: 'lapses' },
    threshold: { reach: fraction(2n, 3n), strict: true },
    inEach: {
      colleges: ['workers', 'friends'],
      threshold: { reach: fraction(1n, 2n), strict: true },
      empty: 'fails',
    },
    quorum: { of: 'voters', reach: fraction(1n, 2n) },
    block: { overcomeAt: fraction(9n, 10n) },
    leastFavour: 1,
    mostAgainst: 40,
  })
  const words = wordsIn('en')
  assert.deepEqual(
    tellVerdict(verdict).map(({ message, values }) => words.say(message, values)),
    [
      'workers: 8 of 10 in favour; they hold 50 % of the whole.',
      'clients: 20 of 60 in favour; they hold 50 % of the whole.',
      'Took part: 50 % of the roll; at least 50 % was needed.',
      'In favour: 56.66 %; more than 66.66 % was needed.',
      'Of workers, 80 % are in favour; more than 50 % was needed.',
      'Of friends nobody voted, and the rules ask for their majority.',
      'There is a block; in favour are 40 % of all votes, and 90 % overcome it.',
      'In favour: 28; at least 1 were needed.',
      'Against: 41; at most 40 were allowed.',
      'It does not pass.',
    ],
  )
})
