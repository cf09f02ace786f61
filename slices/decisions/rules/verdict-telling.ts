/** The telling of a verdict: every check in a sentence that says what was held and what was needed. */
import type { MessageDescriptor } from '@lingui/core'
import type { Part } from './colleges.ts'
import { type Fraction, roughly, times, fraction } from './exact.ts'
import { amount, type Sentence } from './telling.ts'
import type { Check, Threshold, Verdict } from './verdict.ts'

/** "66.66": a fraction in hundredths, what is beyond two places left out; the check itself is exact. */
export function percent(part: Fraction): string {
  return amount(roughly(times(part, fraction(100n)), 2))
}

const NEEDED: Record<
  'above' | 'least',
  Record<'threshold' | 'quorum' | 'overcome' | 'college', MessageDescriptor>
> = {
  above: {
    threshold: /*i18n*/ {
      id: 'decisions.verdict.threshold-above',
      message: 'In favour: {held} %; more than {needed} % was needed.',
    },
    quorum: /*i18n*/ {
      id: 'decisions.verdict.quorum-above',
      message: 'Took part: {held} % of the roll; more than {needed} % was needed.',
    },
    overcome: /*i18n*/ {
      id: 'decisions.verdict.overcome-above',
      message:
        'There is a block; in favour are {held} % of all votes, and more than {needed} % overcome it.',
    },
    college: /*i18n*/ {
      id: 'decisions.verdict.college-above',
      message: 'Of {college}, {held} % are in favour; more than {needed} % was needed.',
    },
  },
  least: {
    threshold: /*i18n*/ {
      id: 'decisions.verdict.threshold',
      message: 'In favour: {held} %; at least {needed} % was needed.',
    },
    quorum: /*i18n*/ {
      id: 'decisions.verdict.quorum',
      message: 'Took part: {held} % of the roll; at least {needed} % was needed.',
    },
    overcome: /*i18n*/ {
      id: 'decisions.verdict.overcome',
      message: 'There is a block; in favour are {held} % of all votes, and {needed} % overcome it.',
    },
    college: /*i18n*/ {
      id: 'decisions.verdict.college',
      message: 'Of {college}, {held} % are in favour; at least {needed} % was needed.',
    },
  },
}

const COUNTED = {
  block: /*i18n*/ {
    id: 'decisions.verdict.block',
    message:
      '{held, plural, =0 {Nobody blocks.} one {# block: one stops it.} other {# blocks: one stops it.}}',
  },
  'least-favour': /*i18n*/ {
    id: 'decisions.verdict.least-favour',
    message: 'In favour: {held}; at least {needed} were needed.',
  },
  'most-against': /*i18n*/ {
    id: 'decisions.verdict.most-against',
    message: 'Against: {held}; at most {needed} were allowed.',
  },
} satisfies Record<string, MessageDescriptor>

const EMPTY = /*i18n*/ {
  id: 'decisions.verdict.college-empty',
  message: 'Of {college} nobody voted, and the rules ask for their majority.',
}

const named = ({ strict }: Threshold) => (strict ? 'above' : 'least')

/** One check in a sentence. */
export function tellCheck(check: Check): Sentence {
  if (check.kind === 'block' || check.kind === 'least-favour' || check.kind === 'most-against')
    return { message: COUNTED[check.kind], values: { held: check.held, needed: check.needed } }
  const college = check.kind === 'college' ? check.college : ''
  if (check.held === null) return { message: EMPTY, values: { college } }
  const needed = percent(check.needed.reach)
  const values = { held: percent(check.held), needed, college }
  return { message: NEEDED[named(check.needed)][check.kind], values }
}

function tellPart({ college, base, favour, share }: Part): Sentence {
  return {
    message: /*i18n*/ {
      id: 'decisions.verdict.part',
      message: '{college}: {favour} of {base} in favour; they hold {share} % of the whole.',
    },
    values: { college, favour, base, share: percent(share) },
  }
}

/** The verdict, each college, and each check. */
export function tellVerdict({ passed, parts, checks }: Verdict): Sentence[] {
  const end = passed
    ? /*i18n*/ { id: 'decisions.verdict.passed', message: 'It passes.' }
    : /*i18n*/ { id: 'decisions.verdict.failed', message: 'It does not pass.' }
  return [...parts.map(tellPart), ...checks.map(tellCheck), { message: end, values: {} }]
}
