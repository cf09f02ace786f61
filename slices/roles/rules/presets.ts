/** The roles of the presets; the keys of classes stand in the README of constitutions. */
import type { Preset, Say } from '#slices/constitutions/index.ts'
import { names, texts } from './preset-words.ts'
import { RoleRule, type RolesPart } from './section.ts'

type Written = Omit<Partial<RoleRule>, 'name' | 'asks'> & {
  key: string
  name: keyof typeof names
  asks: keyof typeof texts
}

const WRITTEN: Record<Preset, readonly Written[]> = {
  'open-source': [
    {
      key: 'steward',
      name: 'steward',
      asks: 'maintaining',
      eligible: ['maintainer'],
      seats: 2,
      termMonths: 24,
      gives: ['steward'],
    },
    {
      key: 'release-keeper',
      name: 'releaseKeeper',
      asks: 'releasing',
      eligible: ['maintainer'],
      termMonths: 3,
      filled: 'rotated',
      recall: 'none',
    },
  ],
  consumer: [
    {
      key: 'board',
      name: 'board',
      asks: 'governing',
      eligible: ['member'],
      seats: 7,
      termMonths: 24,
      mostInARow: 3,
      filled: 'elected',
      gives: ['steward'],
      recall: 'circle',
    },
    {
      key: 'treasurer',
      name: 'treasurer',
      asks: 'money',
      eligible: ['member'],
      termMonths: 24,
      mostInARow: 3,
      filled: 'elected',
      recall: 'circle',
      deputy: true,
    },
    {
      key: 'auditor',
      name: 'auditor',
      asks: 'auditing',
      eligible: ['member'],
      filled: 'elected',
      notBeside: ['board', 'treasurer'],
      recall: 'none',
    },
  ],
  movement: [
    {
      key: 'spoke',
      name: 'spoke',
      asks: 'speaking',
      eligible: ['person'],
      seats: 20,
      termMonths: 3,
      filled: 'rotated',
      recall: 'circle',
      deputy: true,
    },
    {
      key: 'facilitator',
      name: 'facilitator',
      asks: 'holding',
      eligible: ['person'],
      seats: 2,
      termMonths: 3,
      filled: 'drawn',
      gives: ['facilitator'],
    },
    {
      key: 'steward',
      name: 'steward',
      asks: 'council',
      eligible: ['person'],
      seats: 3,
      termMonths: 6,
      mostInARow: 2,
      filled: 'volunteered',
      gives: ['steward'],
      recall: 'circle',
    },
  ],
  'full-commons': [
    {
      key: 'steward',
      name: 'steward',
      asks: 'caring',
      eligible: ['custodian', 'producer', 'consumer'],
      seats: 3,
      termMonths: 6,
      filled: 'rotated',
      gives: ['steward'],
      deputy: true,
    },
    {
      key: 'tool-keeper',
      name: 'toolKeeper',
      asks: 'tending',
      eligible: ['custodian'],
      seats: 4,
      filled: 'volunteered',
      deputy: true,
    },
    {
      key: 'treasurer',
      name: 'treasurer',
      asks: 'money',
      eligible: ['custodian', 'producer', 'consumer'],
      mostInARow: 3,
      deputy: true,
    },
    {
      key: 'facilitator',
      name: 'facilitator',
      asks: 'holding',
      eligible: ['custodian', 'producer', 'consumer'],
      seats: 2,
      termMonths: 3,
      filled: 'rotated',
      gives: ['facilitator'],
    },
  ],
  parliamentary: [
    {
      key: 'chair',
      name: 'chair',
      asks: 'presiding',
      eligible: ['member'],
      filled: 'elected',
      gives: ['facilitator', 'steward'],
      recall: 'circle',
      deputy: true,
    },
    {
      key: 'secretary',
      name: 'secretary',
      asks: 'minuting',
      eligible: ['member'],
      filled: 'elected',
      gives: ['steward'],
      recall: 'circle',
    },
    {
      key: 'treasurer',
      name: 'treasurer',
      asks: 'money',
      eligible: ['member'],
      filled: 'elected',
      recall: 'circle',
    },
  ],
}

/** The part of each preset, in the words of a language. */
export function presetsIn(say: Say): Record<Preset, RolesPart> {
  const part = (written: readonly Written[]): RolesPart => ({
    roles: written.map((role) =>
      RoleRule.parse({ ...role, name: say(names[role.name]), asks: say(texts[role.asks]) }),
    ),
  })
  return {
    'open-source': part(WRITTEN['open-source']),
    consumer: part(WRITTEN.consumer),
    movement: part(WRITTEN.movement),
    'full-commons': part(WRITTEN['full-commons']),
    parliamentary: part(WRITTEN.parliamentary),
  }
}
