/**
 * A change of the constitution is a kind of decision too; its law stands in section 9, not here.
 * 1. Its key is `rules`. It is proposed by whoever has the right to, with so many supporters.
 * 2. It passes as section 9 says: by consent, by consensus with so many blocks at most, or by a
 *    fraction, and where it says so by a fraction in each class. What a class does of which nobody votes
 *    is said there too; rules from before that was asked are read as section 9 reads them.
 * 3. It is open for exactly as many days as section 9 gives; none means that a gathering decides.
 */
import type { Amendment } from '#slices/constitutions/index.ts'
import type { Kind, Method } from './kind.ts'

/** Law 2, as section 9 reads it. */
const UNSAID_ABSENT = 'fails-if-any'

export const RULES_KEY = 'rules'

function methodOf(passes: Amendment['passes']): Method {
  if (passes.kind === 'consent') return { kind: 'consent' }
  if (passes.kind === 'consensus')
    return {
      kind: 'consensus',
      asideMost: null,
      block: { kind: 'stops', allowed: passes.blocks },
      mostAgainst: null,
    }
  const { threshold, strict, base, perClass } = passes
  return {
    kind: 'question',
    threshold: { reach: threshold, strict },
    base,
    inEach: perClass && {
      reach: perClass.threshold,
      strict: perClass.strict,
      absent: perClass.absent ?? UNSAID_ABSENT,
    },
    block: { kind: 'forbidden' },
    leastFavour: null,
    mostAgainst: null,
  }
}

/** The kind that section 9 describes. */
export function kindOfRules(amendment: Amendment, name: string): Kind {
  const { quorum, quorumStrict, proposers, talkDays, openDays, voters } = amendment
  return {
    key: RULES_KEY,
    name,
    about: 'rules',
    above: null,
    opens: 'propose',
    supporters: proposers - 1,
    method: methodOf(amendment.passes),
    voters,
    weights: { kind: 'flat' },
    quorum: quorum && {
      of: 'voters',
      reach: quorum,
      ...(quorumStrict ? { strict: true } : {}),
    },
    talkDays,
    leastDays: openDays,
    mostDays: openDays,
    urgent: null,
    secrecy: 'open',
    shows: 'close',
    reviewDays: null,
  }
}
