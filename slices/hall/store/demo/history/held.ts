/** Who held which role, what was handed over, and a draw that anybody can draw again. */
import { DAY, HOUR, plus } from '#kernel/clock.ts'
import * as roles from '#slices/roles/index.ts'
import { partsToday } from '../rules.ts'
import type { Key } from '../people.ts'
import { AGE, type Chapter, type Telling } from './chapter.ts'

type RoleRule = Parameters<typeof roles.seat>[1]['rule']
type RuleOf = (key: string) => RoleRule
type Held = [role: string, Key, ago: number, over: number | null]

const TERMS: readonly Held[] = [
  ['treasurer', 'ngozi', AGE - 5, 330],
  ['treasurer', 'joost', 330, null],
  ['steward', 'oisin', AGE - 10, 540],
  ['steward', 'ngozi', 540, 360],
  ['steward', 'chiara', 360, 155],
  ['steward', 'devika', 155, null],
  ['tool-keeper', 'chiara', AGE - 20, 346],
  ['tool-keeper', 'chiara', 346, null],
  ['tool-keeper', 'devika', 100, null],
  ['facilitator', 'lina', 300, 210],
  ['facilitator', 'ngozi', 200, 110],
  ['facilitator', 'maria', 60, null],
]

const NOTES: Readonly<Record<string, [note: string, reader: Key]>> = {
  'treasurer ngozi': [
    'The account is with the bank at the harbour; both signatures are changed. Lina pays late and always pays. Ask Wool Loft in person, not by mail.',
    'joost',
  ],
  'steward chiara': [
    'The lease of the hall runs until spring. Two promises are open: the envelope with the keys, and the visit to Night Ferry Radio.',
    'devika',
  ],
}

const FILLED = {
  treasurer: 'appointed',
  steward: 'rotated',
  'tool-keeper': 'volunteered',
  facilitator: 'rotated',
} as const

/** The roles of the demo by their keys; the first rules had them but for the note keeper. */
function rulesOfRoles(): (key: string) => RoleRule {
  const rules = new Map(
    roles.rolesSection.schema.parse(partsToday()['roles']).roles.map((one) => [one.key, one]),
  )
  return (key) => {
    const rule = rules.get(key)
    if (!rule) throw new Error(`the rules of the demo know no ${key}`)
    return rule
  }
}

function termOf({ tx, cast }: Telling, ruleOf: RuleOf, [role, key, ago, over]: Held): Chapter[] {
  const circle = cast.coop
  const filled =
    FILLED[
      role === 'treasurer' || role === 'steward' || role === 'tool-keeper' ? role : 'facilitator'
    ]
  let term: Awaited<ReturnType<typeof roles.seat>> | null = null
  const begin: Chapter = {
    ago,
    tell: async (by) => {
      const rule = ruleOf(role)
      const seating = { circle, rule, person: cast.id(key), deputy: false, from: by.now }
      term = await roles.seat(tx, { ...seating, filled, result: null }, by)
    },
  }
  if (over === null) return [begin]
  const end: Chapter = {
    ago: over,
    tell: async (by) => {
      const row = term && (await roles.termOf(tx, term))
      if (!row) return
      const said = NOTES[`${role} ${key}`]
      const own = { by: cast.id(key), now: by.now }
      if (said) await roles.writeHandover(tx, row, said[0], own)
      const { gives: rights } = ruleOf(role)
      await roles.end(tx, row, { why: 'term', reason: null, rights }, { by: null, now: by.now })
      if (said)
        await roles.acknowledge(tx, row, { by: cast.id(said[1]), now: plus(by.now, 2 * DAY) })
    },
  }
  return [begin, end]
}

/** The note keeper was drawn by lot; three members gave words of their own. */
function drawn({ tx, cast }: Telling, ruleOf: RuleOf): Chapter {
  const circle = cast.coop
  const pool = (['oisin', 'chiara', 'ngozi', 'lina', 'devika', 'maria'] as const).map((key) => ({
    person: cast.id(key),
    name: cast.name(key),
  }))
  return {
    ago: 45,
    tell: async (by) => {
      const rule = ruleOf('note-keeper')
      const closes = plus(by.now, DAY)
      const opening = { circle, role: rule.key, roleName: rule.name, seats: 1, pool, closes }
      const id = await roles.openDraw(tx, opening, by)
      const words: [Key, string][] = [
        ['lina', 'the last boat was on time'],
        ['oisin', 'carded, not combed'],
        ['yuki', 'seven persimmons'],
      ]
      for (const [at, [key, said]] of words.entries())
        await roles.addWords(tx, { id, circle }, said, {
          by: cast.id(key),
          now: plus(by.now, (at + 1) * HOUR),
        })
      const [first] = (await roles.drawNow(tx, id, closes)) ?? []
      if (!first) return
      const seating = { circle, rule, person: first, deputy: false, from: closes }
      const kept = { ...seating, filled: 'drawn' as const, result: null }
      await roles.seat(tx, kept, { by: null, now: closes })
    },
  }
}

const WISHES: readonly [role: string, Key, wish: 'hold' | 'hand-on', ago: number][] = [
  ['steward', 'maria', 'hold', 30],
  ['steward', 'oisin', 'hold', 25],
  ['steward', 'devika', 'hand-on', 20],
  ['facilitator', 'lina', 'hold', 15],
]

export function held(telling: Telling): Chapter[] {
  const { tx, cast } = telling
  const ruleOf = rulesOfRoles()
  const wishes = WISHES.map(([role, key, wish, ago]): Chapter => ({
    ago,
    tell: ({ now }) =>
      roles.setWish(
        tx,
        { circle: cast.coop, role },
        { person: cast.id(key), wish, on: true },
        { by: cast.id(key), now },
      ),
  }))
  return [
    ...TERMS.flatMap((one) => termOf(telling, ruleOf, one)),
    drawn(telling, ruleOf),
    ...wishes,
  ]
}
