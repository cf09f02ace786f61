import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isRefusal } from '#kernel/change.ts'
import {
  type Circle,
  type CircleId,
  facilitates,
  joinedBy,
  leaveAsSteward,
  leftBy,
  maySummon,
  type Role,
  type Standing,
  stewards,
} from './rules.ts'

const circle = (name: string, parent: string | null, change: Partial<Circle> = {}): Circle => ({
  id: `cir_${name}`,
  parent: parent === null ? null : `cir_${parent}`,
  name,
  purpose: '',
  kind: 'working',
  calls: 'members',
  ...change,
})

const circles = [
  circle('coop', null),
  circle('tools', 'coop'),
  circle('video', 'tools', { calls: 'named' }),
  circle('wool', 'coop', { kind: 'autonomous' }),
  circle('dye', 'wool'),
]

const is = (member: string[], roles: [string, Role][] = []): Standing => ({
  member: new Set(member.map((name): CircleId => `cir_${name}`)),
  roles: roles.map(([name, role]) => ({ circle: `cir_${name}`, role })),
})

suite('belonging', () => {
  test('who joins a working circle belongs to those around it', () => {
    assert.deepEqual(joinedBy(circles, 'cir_video'), ['cir_video', 'cir_tools', 'cir_coop'])
  })
  test('who joins a circle of a member co-op belongs to that, not to the parent', () => {
    assert.deepEqual(joinedBy(circles, 'cir_dye'), ['cir_dye', 'cir_wool'])
  })
  test('who leaves the co-op leaves its working circles, but no member co-op', () => {
    assert.deepEqual(leftBy(circles, 'cir_coop'), ['cir_coop', 'cir_tools', 'cir_video'])
  })
  test('who leaves a circle stays in the one around it', () => {
    assert.deepEqual(leftBy(circles, 'cir_tools'), ['cir_tools', 'cir_video'])
  })
})

suite('who may call, facilitate and steward', () => {
  const table: [
    string,
    Standing,
    string,
    { call: boolean; facilitate: boolean; steward: boolean },
  ][] = [
    ['a member', is(['coop', 'tools']), 'tools', { call: true, facilitate: false, steward: false }],
    [
      'a member where only named people call',
      is(['video']),
      'video',
      { call: false, facilitate: false, steward: false },
    ],
    [
      'a named caller',
      is(['video'], [['video', 'caller']]),
      'video',
      { call: true, facilitate: false, steward: false },
    ],
    [
      'a facilitator',
      is(['video'], [['video', 'facilitator']]),
      'video',
      { call: true, facilitate: true, steward: false },
    ],
    [
      'a steward of the co-op',
      is(['coop'], [['coop', 'steward']]),
      'video',
      { call: true, facilitate: true, steward: true },
    ],
    [
      'a facilitator of another circle',
      is(['tools'], [['tools', 'facilitator']]),
      'video',
      { call: false, facilitate: false, steward: false },
    ],
    ['nobody in particular', is([]), 'coop', { call: false, facilitate: false, steward: false }],
  ]
  for (const [who, standing, name, may] of table) {
    test(`${who} in ${name}`, () => {
      const id: CircleId = `cir_${name}`
      assert.deepEqual(
        {
          call: maySummon(circles, id, standing),
          facilitate: facilitates(circles, id, standing),
          steward: stewards(circles, id, standing),
        },
        may,
      )
    })
  }
  test('nobody calls for a circle that is not there', () => {
    assert.equal(maySummon(circles, 'cir_gone', is(['coop'], [['coop', 'steward']])), false)
  })
})

test('the last steward cannot leave, the last but one can', () => {
  assert.ok(isRefusal(leaveAsSteward(['per_maren'], 'per_maren')))
  assert.ok(!isRefusal(leaveAsSteward(['per_maren', 'per_joost'], 'per_maren')))
  assert.ok(!isRefusal(leaveAsSteward(['per_maren'], 'per_joost')))
})
