/** Proxies: a readable table, and what holds however they are given, taken back and used. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { giveProxy, proxiesIn, type Proxy } from './proxies.ts'
import { refuseFarther, type Way } from './ways.ts'

const NOW = '2026-10-20T10:00:00.000Z'
const NEXT = '2026-11-20T10:00:00.000Z'
const proxy = (giver: string, holder: string, decision: string | null = 'rye'): Proxy => ({
  id: `${giver} ${holder} ${decision}`,
  giver,
  holder,
  decision,
  until: decision === null ? NEXT : null,
  given_at: NOW,
})
const giving = (giver: string, holder: string, decision: string | null, most = 1) => {
  const { until } = proxy(giver, holder, decision)
  return { giver, holder, decision, until, most, now: NOW }
}

test('who may ask whom to vote for them', () => {
  const table: [string, Proxy[], ReturnType<typeof giving>, string][] = [
    ['the first', [], giving('chiara', 'joost', 'rye'), 'given'],
    [
      'nobody votes for another by the rules',
      [],
      giving('chiara', 'joost', 'rye', 0),
      'no-proxies-here',
    ],
    ['to oneself', [], giving('chiara', 'chiara', 'rye'), 'proxy-to-oneself'],
    ['one too many', [proxy('ngozi', 'joost')], giving('chiara', 'joost', 'rye'), 'proxy-full'],
    ['two are allowed', [proxy('ngozi', 'joost')], giving('chiara', 'joost', 'rye', 2), 'given'],
    [
      'in another decision',
      [proxy('ngozi', 'joost', 'oat')],
      giving('chiara', 'joost', 'rye'),
      'given',
    ],
    [
      'until a day, beside one',
      [proxy('ngozi', 'joost')],
      giving('chiara', 'joost', null),
      'proxy-full',
    ],
    [
      'in place of the one before',
      [proxy('chiara', 'ngozi')],
      giving('chiara', 'joost', 'rye'),
      'given',
    ],
    [
      'back again',
      [proxy('joost', 'chiara')],
      giving('chiara', 'joost', 'rye', 2),
      'proxy-in-a-circle',
    ],
    [
      'on and on',
      [proxy('joost', 'ngozi')],
      giving('chiara', 'joost', 'rye', 2),
      'proxy-to-who-gave',
    ],
    [
      'of who votes for another',
      [proxy('ngozi', 'chiara')],
      giving('chiara', 'joost', null),
      'proxy-of-who-holds',
    ],
    [
      'a day that passed',
      [],
      { ...giving('chiara', 'joost', null), now: NEXT },
      'proxy-day-passed',
    ],
  ]
  for (const [what, all, asked, expected] of table) {
    const answer = giveProxy(all, asked)
    assert.equal('refused' in answer ? answer.refused : 'given', expected, what)
  }
})

test('for one decision goes before until a day, and what ran out holds no more', () => {
  const all = [proxy('chiara', 'joost', null), proxy('chiara', 'ngozi', 'rye')]
  const holderOf = (decision: string, now: string) =>
    proxiesIn(all, { decision, most: 1, now }).get('chiara')?.holder
  assert.deepEqual(
    [holderOf('rye', NOW), holderOf('oat', NOW), holderOf('oat', NEXT)],
    ['ngozi', 'joost', undefined],
  )
})

const PEOPLE = ['aroha', 'chiara', 'devika', 'joost', 'ngozi', 'oisin']
const DECISIONS = ['rye', 'oat']
const person = fc.constantFrom(...PEOPLE)
const deed = fc.oneof(
  fc.record({
    does: fc.constant('gives' as const),
    who: person,
    to: person,
    in: fc.constantFrom(...DECISIONS, null),
  }),
  fc.record({ does: fc.constant('ends' as const), who: person, to: person, in: fc.constant(null) }),
  fc.record({
    does: fc.constantFrom('votes' as const, 'votes-for' as const),
    who: person,
    to: person,
    in: fc.constantFrom(...DECISIONS),
  }),
)

test('however proxies are given and taken back, each is counted once and a vote of one’s own wins', () => {
  const property = fc.property(
    fc.array(deed, { maxLength: 60 }),
    fc.integer({ min: 1, max: 3 }),
    (deeds, most) => {
      let all: Proxy[] = []
      const urn = new Map<string, Way>()
      const own = new Set<string>()
      for (const { does, who, to, in: decision } of deeds) {
        const asked = giving(who, to, decision, most)
        if (does === 'gives' && !('refused' in giveProxy(all, asked)))
          all = [
            ...all.filter((one) => !(one.giver === who && one.decision === decision)),
            proxy(who, to, decision),
          ]
        if (does === 'ends') all = all.filter((one) => one.giver !== who)
        const may = proxiesIn(all, { decision: decision ?? '', most, now: NOW })
        const [entry, way] = does === 'votes' ? [who, 'hall' as const] : [to, 'proxy' as const]
        if (does === 'votes' || (does === 'votes-for' && may.get(to)?.holder === who)) {
          const place = `${decision} ${entry}`
          if (!refuseFarther(way, urn.get(place) ?? null)) urn.set(place, way)
          if (way === 'hall') own.add(place)
        }
      }
      for (const place of own) assert.equal(urn.get(place), 'hall')
      for (const decision of DECISIONS) {
        const held = proxiesIn(all, { decision, most, now: NOW })
        const holders = [...held.values()].map(({ holder }) => holder)
        // No chain: whoever votes for another votes for themselves.
        for (const holder of holders) assert.ok(!held.has(holder))
        // Whoever gives one is never counted twice, and nobody votes for too many.
        for (const holder of new Set(holders))
          assert.ok(holders.filter((one) => one === holder).length <= most)
        // What was given by the rules is never cut off by the limit.
        const wanted = new Set(
          all
            .filter((one) => one.decision === null || one.decision === decision)
            .map((one) => one.giver),
        )
        assert.equal(held.size, wanted.size)
      }
    },
  )
  fc.assert(property, { numRuns: 300 })
})
