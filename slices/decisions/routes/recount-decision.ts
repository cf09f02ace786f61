/** A published decision, counted again: whether it fits, and what is said of it. */
import { isRefusal } from '#kernel/change.ts'
import type { Words } from '#kernel/words.ts'
import { recountDecision } from '../rules/count/publication.ts'
import type { Published } from '../rules/count/published.ts'
import { RESULTS } from '../timers/letter-words.ts'
import { sayRefusal } from './refusals.ts'

const FITS = /*i18n*/ {
  id: 'decisions.recount.decision-fits',
  message:
    'Counted again from {ballots, plural, one {# ballot} other {# ballots}}, everything is the same. {result} {who}',
}
const DIFFERS = /*i18n*/ {
  id: 'decisions.recount.decision-differs',
  message: 'It does not fit; what was published differs in: {what}. Counted here: {result} {who}',
}

/** Counts again from the publication alone. */
export function decideAgain(
  published: Published,
  words: Words,
): { fits: boolean; line: string; json: object } {
  const again = recountDecision(published)
  if (isRefusal(again)) {
    const said = sayRefusal(again, [], words)
    return { fits: false, line: said, json: { ...again, said } }
  }
  const values = {
    ballots: published.ballots.length,
    result: words.say(RESULTS[again.outcome]),
    who: again.elected.map((one) => published.options[one - 1] ?? '').join(', '),
    what: again.differs.join(', '),
  }
  const line = words.say(again.fits ? FITS : DIFFERS, values).trim()
  return { fits: again.fits, line, json: { ...again, fingerprint: published.fingerprint } }
}
