/** Laws of the roll, for any members whatever. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rollOf, type Voter } from './roll.ts'

const member = fc.constantFrom('per_a', 'per_b', 'per_c', 'cir_a', 'cir_b')
const voter: fc.Arbitrary<Voter> = fc
  .record({
    member,
    class: fc.option(fc.constantFrom('votes', 'waits', 'unknown')),
    state: fc.constantFrom('good', 'behind', 'paused', 'left'),
    idle: fc.boolean(),
    rests: fc.constantFrom<Voter['standing']['rests'][]>([], ['vote'], ['tools']),
    delegates: fc.array(fc.constantFrom('per_a', 'per_b', 'per_x'), { maxLength: 4 }),
    speaksFor: fc.array(fc.constantFrom('cir_a', 'cir_b'), { maxLength: 2 }),
  })
  .map(({ state, idle, rests, ...rest }) => ({
    ...rest,
    kind: rest.member.startsWith('cir_') ? 'co-op' : 'person',
    standing: { state, since: null, idle, trialUntil: null, rests },
  }))
const classes = [
  { key: 'votes', votes: true, onTrial: true },
  { key: 'waits', votes: false, onTrial: true },
]

test('everybody is on a roll once, on one side; a co-op has one voice, however many speak for it', () => {
  fc.assert(
    fc.property(fc.array(voter, { maxLength: 12 }), (voters) => {
      const lines = rollOf(voters, classes)
      const ids = lines.map(({ member: id }) => id)
      assert.equal(new Set(ids).size, ids.length)
      assert.deepEqual(new Set(ids), new Set(voters.map(({ member: id }) => id)))
      for (const { kind, votes, delegates, class: inClass } of lines) {
        assert.equal(new Set(delegates).size, delegates.length)
        if (votes) assert.equal(inClass, 'votes')
        if (votes && kind === 'co-op') assert.ok(delegates.length > 0)
      }
    }),
  )
})
