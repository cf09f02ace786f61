/** The duties of the presets, in EUR; Robert’s Rules ask for none. The classes are those of the membrane's section. */
import type { Preset, Say } from '#slices/constitutions/index.ts'
import { type Asks, type Duty, type DutiesPart, NO_DUTIES } from './duty.ts'

const euros = (cents: number, most: number | null = null): Asks => ({
  kind: 'dues',
  least: { minor: cents, currency: 'EUR' },
  most,
})
const hours = (count: number): Asks => ({ kind: 'hours', hours: count })
const half: Asks = { kind: 'attendance', share: { of: 1, in: 2 }, circle: null }
const oneCircle: Asks = { kind: 'circles', count: 1 }

type Shape = Partial<Omit<Duty, 'key' | 'classes' | 'asks' | 'every'>>

function duty(key: string, every: Duty['every'], asks: Asks[], shape: Shape = {}): Duty {
  const [of = ''] = key.split('-')
  return { key, classes: [of], asks, every, due: 'end', part: 'days', grace: 30, ...shape }
}

const openSource: DutiesPart = {
  ...NO_DUTIES,
  duties: [duty('maintainer-gatherings', 'half-year', [half], { part: 'nothing', grace: 0 })],
  behind: { missed: 2, of: 2, rests: ['vote'], restsAfter: 0 },
  idle: 365,
}

const consumer: DutiesPart = {
  ...NO_DUTIES,
  duties: [
    duty('member-share', 'once', [euros(2500)], { due: 'start', part: 'whole' }),
    duty('member-dues', 'year', [euros(2400)]),
    duty('supporter-dues', 'year', [euros(1200)]),
  ],
  exemptions: [{ key: 'hardship', for: { kind: 'hardship' }, duties: ['member-dues'] }],
}

const movement: DutiesPart = {
  ...NO_DUTIES,
  duties: [duty('assembly-councils', 'half-year', [half], { part: 'nothing', grace: 0 })],
  behind: { missed: 2, of: 2, rests: ['vote'], restsAfter: 0 },
}

function fullCommons(say: Say): DutiesPart {
  const server: Asks = {
    kind: 'resource',
    what: 'server',
    named: say(/*i18n*/ { id: 'standing.preset.server', message: 'a server' }),
  }
  return {
    ...NO_DUTIES,
    duties: [
      duty('custodian-gift', 'year', [hours(40), euros(50_000), server]),
      duty('custodian-circle', 'year', [oneCircle]),
      duty('producer-dues', 'year', [euros(6000)]),
      duty('producer-hours', 'half-year', [hours(10), euros(5000)]),
      duty('producer-gatherings', 'quarter', [half], { part: 'nothing' }),
      duty('producer-circle', 'year', [oneCircle], { grace: 90 }),
      duty('consumer-gift', 'year', [euros(3600), hours(7)]),
      duty('individual-dues', 'month', [euros(100, 500)], { part: 'nothing' }),
    ],
    exemptions: [
      { key: 'role-holders', for: { kind: 'role', roles: [] }, duties: ['producer-hours'] },
      { key: 'hardship', for: { kind: 'hardship' }, duties: [] },
    ],
  }
}

/** All of them, in a language. */
export function presetsIn(say: Say): Record<Preset, DutiesPart> {
  return {
    'open-source': openSource,
    consumer,
    movement,
    'full-commons': fullCommons(say),
    parliamentary: NO_DUTIES,
  }
}
