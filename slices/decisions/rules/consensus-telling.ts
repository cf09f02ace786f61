/** The telling of consensus and consent: each level that has a limit, each objection that is kept. */
import type { MessageDescriptor } from '@lingui/core'
import type { ConsensusVerdict, ConsentVerdict, LevelCheck } from './consensus.ts'
import type { Sentence } from './telling.ts'
import { percent, tellVerdict } from './verdict-telling.ts'

const SAID = {
  level: /*i18n*/ {
    id: 'decisions.consensus.level',
    message: '"{level}" was chosen by {held} % of those who took part; at most {most} % may.',
  },
  took: /*i18n*/ {
    id: 'decisions.consent.took',
    message: '{took} of {eligible} took part. Nobody has to be in favour.',
  },
  kept: /*i18n*/ {
    id: 'decisions.consent.kept',
    message: 'An objection of {by} is kept: {what}',
  },
  passed: /*i18n*/ {
    id: 'decisions.consent.passed',
    message: 'No objection is kept, and enough took part: there is consent.',
  },
  stopped: /*i18n*/ {
    id: 'decisions.consent.stopped',
    message: 'There is no consent while an objection is kept.',
  },
  few: /*i18n*/ {
    id: 'decisions.consent.few',
    message: 'There is no consent, since too few took part.',
  },
} satisfies Record<string, MessageDescriptor>

function tellLevel({ level, held, most }: LevelCheck): Sentence {
  return { message: SAID.level, values: { level, held: percent(held), most: percent(most) } }
}

/** The levels that have a limit, then the verdict. */
export function tellConsensus(verdict: ConsensusVerdict): Sentence[] {
  return [...verdict.levels.map(tellLevel), ...tellVerdict(verdict)]
}

/** Who took part, every objection that is kept, and what follows. */
export function tellConsent({ passed, kept, took, eligible }: ConsentVerdict): Sentence[] {
  const objections = kept.map(({ by, what }) => ({ message: SAID.kept, values: { by, what } }))
  const failed = kept.length > 0 ? SAID.stopped : SAID.few
  const end = { message: passed ? SAID.passed : failed, values: {} }
  return [{ message: SAID.took, values: { took, eligible } }, ...objections, end]
}
