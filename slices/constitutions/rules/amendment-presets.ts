/** How each of the models changes its rules, to begin with. */
import type { Amendment } from './amendment.ts'
import type { Preset } from './section.ts'

const HALF = { threshold: { of: 1, in: 2 }, strict: true, absent: 'fails-if-any' as const }

export const amendmentPresets: Record<Preset, Amendment> = {
  'open-source': {
    passes: { kind: 'consent' },
    voters: ['maintainer'],
    quorum: { of: 1, in: 2 },
    proposers: 1,
    talkDays: 14,
    openDays: 7,
    reviewMonths: null,
  },
  consumer: {
    passes: {
      kind: 'majority',
      threshold: { of: 3, in: 4 },
      strict: false,
      base: 'present',
      perClass: null,
    },
    voters: ['member'],
    quorum: { of: 1, in: 10 },
    proposers: 10,
    talkDays: 21,
    openDays: 0,
    reviewMonths: null,
  },
  movement: {
    passes: { kind: 'consensus', blocks: 0 },
    voters: ['assembly'],
    quorum: { of: 2, in: 3 },
    proposers: 1,
    talkDays: 28,
    openDays: 14,
    reviewMonths: 12,
  },
  'full-commons': {
    passes: {
      kind: 'majority',
      threshold: { of: 2, in: 3 },
      strict: false,
      base: 'cast',
      perClass: HALF,
    },
    voters: ['custodian', 'producer', 'consumer'],
    quorum: { of: 1, in: 3 },
    proposers: 2,
    talkDays: 14,
    openDays: 10,
    reviewMonths: 24,
  },
  // Robert’s Rules: previous notice, and two thirds of the votes cast.
  parliamentary: {
    passes: {
      kind: 'majority',
      threshold: { of: 2, in: 3 },
      strict: false,
      base: 'cast',
      perClass: null,
    },
    voters: ['member'],
    quorum: { of: 1, in: 2 },
    quorumStrict: true,
    proposers: 2,
    talkDays: 14,
    openDays: 7,
    reviewMonths: null,
  },
}
