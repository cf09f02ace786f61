/**
 * A change that would have changed a verdict: so many voters of one college who vote otherwise.
 * 1. The change is found by trying, and judged by the same rules; what is said was judged.
 * 2. One kind of change in one college at a time, each doubled until it does and halved back while it
 *    still does; the one with the fewest voters is told. Changes of several kinds at once are not tried,
 *    so it is not said to be the smallest.
 * 3. Nobody is added to the roll: whoever would have voted was on it and didn't.
 */
import type { MessageDescriptor } from '@lingui/core'
import { baseOf, type CollegeVotes } from './colleges.ts'
import type { Sentence } from './telling.ts'
import { type QuestionRules, verdictOn } from './verdict.ts'

const KINDS = [
  'would-favour',
  'turn-to-favour',
  'would-abstain',
  'lift-block',
  'turn-against',
  'would-not-vote',
  'would-block',
] as const
type Kind = (typeof KINDS)[number]

export type NearVerdict = { kind: Kind; college: string; voters: number; passes: boolean }

const tookPart = (votes: CollegeVotes) => baseOf(votes, 'cast-and-abstained')

/** How many of a college could do so. */
function couldDo(votes: CollegeVotes, kind: Kind): number {
  switch (kind) {
    case 'turn-to-favour':
      return votes.against
    case 'lift-block':
      return votes.block
    case 'turn-against':
    case 'would-not-vote':
      return votes.favour
    default:
      return Math.max(0, votes.eligible - tookPart(votes))
  }
}

/** A college of which so many do so. */
function changed(votes: CollegeVotes, kind: Kind, some: number): CollegeVotes {
  const { favour, against, abstain, block } = votes
  const moved: Record<Kind, Partial<CollegeVotes>> = {
    'would-favour': { favour: favour + some },
    'turn-to-favour': { favour: favour + some, against: against - some },
    'would-abstain': { abstain: abstain + some },
    'lift-block': { block: block - some, abstain: abstain + some },
    'turn-against': { favour: favour - some, against: against + some },
    'would-not-vote': { favour: favour - some },
    'would-block': { block: block + some },
  }
  const after = { ...votes, ...moved[kind] }
  return { ...after, present: Math.max(votes.present, tookPart(after)) }
}

/** Law 2: the fewest that were found to do, or null. */
function fewest(does: (some: number) => boolean, most: number): number | null {
  let [low, high] = [0, 1]
  while (high <= most && !does(high))
    [low, high] = [high, high === most ? most + 1 : Math.min(high * 2, most)]
  if (high > most) return null
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (does(middle)) high = middle
    else low = middle
  }
  return high
}

/** A change that was found, or null where none of a single kind does. */
export function nearVerdict(
  colleges: readonly CollegeVotes[],
  rules: QuestionRules,
): NearVerdict | null {
  const { passed } = verdictOn(colleges, rules)
  const found = colleges.flatMap((votes, at) =>
    KINDS.flatMap((kind): NearVerdict[] => {
      if (kind === 'would-block' && rules.block === 'forbidden') return []
      const does = (some: number) =>
        verdictOn(colleges.with(at, changed(votes, kind, some)), rules).passed !== passed
      const voters = fewest(does, couldDo(votes, kind))
      return voters === null ? [] : [{ kind, college: votes.college, voters, passes: !passed }]
    }),
  )
  return found.toSorted((a, b) => a.voters - b.voters)[0] ?? null
}

const SAID: Record<Kind, MessageDescriptor> = {
  'would-favour': /*i18n*/ {
    id: 'decisions.near.would-favour',
    message:
      'Had {voters, plural, one {one more} other {# more}} of {college} voted in favour, it would have come out otherwise. Another change may be smaller.',
  },
  'turn-to-favour': /*i18n*/ {
    id: 'decisions.near.turn-to-favour',
    message:
      'Had {voters, plural, one {one} other {#}} of {college} voted in favour instead of against, it would have come out otherwise. Another change may be smaller.',
  },
  'would-abstain': /*i18n*/ {
    id: 'decisions.near.would-abstain',
    message:
      'Had {voters, plural, one {one more} other {# more}} of {college} taken part, if only to abstain, it would have come out otherwise. Another change may be smaller.',
  },
  'lift-block': /*i18n*/ {
    id: 'decisions.near.lift-block',
    message:
      'Had {voters, plural, one {one} other {#}} of {college} stood aside instead of blocking, it would have come out otherwise. Another change may be smaller.',
  },
  'turn-against': /*i18n*/ {
    id: 'decisions.near.turn-against',
    message:
      'Had {voters, plural, one {one} other {#}} of {college} voted against instead of in favour, it would have come out otherwise. Another change may be smaller.',
  },
  'would-not-vote': /*i18n*/ {
    id: 'decisions.near.would-not-vote',
    message:
      'Had {voters, plural, one {one} other {#}} of {college} who voted in favour not voted, it would have come out otherwise. Another change may be smaller.',
  },
  'would-block': /*i18n*/ {
    id: 'decisions.near.would-block',
    message:
      'Had {voters, plural, one {one more} other {# more}} of {college} blocked, it would have come out otherwise. Another change may be smaller.',
  },
}

/** The change in a sentence. */
export function tellNearVerdict({ kind, college, voters }: NearVerdict): Sentence {
  return { message: SAID[kind], values: { voters, college } }
}
