/**
 * Kinds of decision as sentences that people read and cite. One rule, one sentence; its key is that of
 * the kind and of the rule (`ordinary.quorum`), for ever the same.
 */
import type { Named, Say, Sentence } from '#slices/constitutions/index.ts'
import { partIn } from './fractions.ts'
import type { Kind, Method, Weighing } from './kind.ts'
import { adviceText, consentText, judgedShowsText } from './prose-advice.ts'
import { gatheringText } from './prose-room.ts'
import { QUORUM_MORE } from './prose-quorum.ts'
import * as words from './prose-words.ts'
import { longerProse } from './longer.ts'
import { choices } from './words.ts'

type Here = { kind: Kind; say: Say; classNamed: (key: string) => string }

const MONEY_DIGITS = 100

function opening({ kind, say }: Here): [string, string][] {
  const { name, opens, supporters, above } = kind
  const sum = above ? `${(above.minor / MONEY_DIGITS).toFixed(2)} ${above.currency}` : ''
  return [
    ['opens', say(words.OPENS[opens], { name })],
    ...(above ? [['above', say(words.ABOVE, { sum })] as [string, string]] : []),
    ...(supporters > 0
      ? [['support', say(words.SUPPORT, { count: supporters })] as [string, string]]
      : []),
  ]
}

function methodText({ kind: { name, method }, say }: Here): string {
  switch (method.kind) {
    case 'question': {
      const { threshold, base } = method
      if (!threshold) return say(words.METHODS.plainly, { name })
      const message = words.REACHED[threshold.strict ? 'more' : 'least'][base]
      return message ? say(message, { name, part: partIn(say, threshold.reach) }) : ''
    }
    case 'ranked':
      return say(words.METHODS.ranked, { name, how: say(choices.count[method.count]) })
    case 'approval':
      return say(words.METHODS.approval, {
        name,
        most: method.most ?? 0,
        how: say(choices.countMarks[method.count]),
      })
    case 'score':
      return say(words.METHODS.score, {
        name,
        least: method.least,
        most: method.most,
        how: say(choices.countMarks[method.count]),
      })
    case 'dots':
      return say(words.METHODS.dots, { name, dots: method.dots, each: method.mostOnOne })
    case 'advice':
      return ''
    default:
      return say(words.METHODS[method.kind], { name })
  }
}

function blocksText(method: Extract<Method, { block: unknown }>, say: Say): string {
  const { block } = method
  if (block.kind === 'overcome') return say(words.BLOCKS.overcome, { part: partIn(say, block.at) })
  return say(words.BLOCKS[block.kind], block.kind === 'stops' ? { allowed: block.allowed } : {})
}

/** What else must hold beside the first condition. */
function conditions({ kind, say }: Here): [string, string][] {
  const { method } = kind
  const found: [string, string][] = consentText(kind, say)
  if (method.kind === 'question' && method.inEach) {
    const { reach, strict, absent } = method.inEach
    const values = { part: partIn(say, reach), empty: say(words.IN_EACH[absent]) }
    found.push(['each', say(words.IN_EACH[strict ? 'more' : 'least'], values)])
  }
  if (method.kind === 'question' && method.leastFavour !== null)
    found.push(['least', say(words.NUMBERS.favour, { count: method.leastFavour })])
  if (method.kind === 'consensus' && method.asideMost)
    found.push(['aside', say(words.ASIDE, { part: partIn(say, method.asideMost) })])
  if ('mostAgainst' in method && method.mostAgainst !== null)
    found.push(['against', say(words.NUMBERS.against, { count: method.mostAgainst })])
  if ('block' in method) found.push(['block', blocksText(method, say)])
  if ('ties' in method)
    found.push(['ties', say(method.ties ? words.TIES[method.ties] : words.NO_TIE)])
  return found
}

function weightsText({ kind: { weights }, say, classNamed }: Here): string {
  const told = (
    parts: Extract<Weighing, { shares: unknown }>['shares'],
    message: { id: string; message: string },
  ) =>
    parts.map((one) => say(message, { class: classNamed(one.class), part: partIn(say, one.part) }))
  if ('shares' in weights)
    return say(words.WEIGHTS[weights.kind], {
      parts: told(weights.shares, words.WEIGHTS.part).join(', '),
      empty: say(words.WEIGHTS[weights.empty]),
    })
  if (weights.kind !== 'bounds') return say(words.WEIGHTS[weights.kind])
  const parts = [
    ...told(weights.most, words.WEIGHTS.most),
    ...told(weights.least, words.WEIGHTS.least),
  ]
  return say(words.WEIGHTS.bounds, { parts: parts.join(', ') })
}

function votersText({ kind: { voters }, say, classNamed }: Here): string {
  const classes = voters.map(classNamed).join(', ')
  return classes ? say(words.VOTERS.some, { classes }) : say(words.VOTERS.all)
}

function quorumText({ kind: { quorum }, say }: Here): string {
  const said = quorum?.strict ? QUORUM_MORE : words.QUORUM
  const message = quorum ? said[quorum.of] : undefined
  return quorum && message
    ? say(message, { part: partIn(say, quorum.reach) })
    : say(words.NO_QUORUM)
}

function daysText({ kind: { talkDays, leastDays, mostDays }, say }: Here): string {
  const values = { talk: talkDays, least: leastDays, most: mostDays }
  if (mostDays === 0) return say(words.AT_GATHERING, values)
  return say(leastDays === mostDays ? words.DAYS_EXACT : words.DAYS, values)
}

function ending({ kind, say }: Here): [string, string][] {
  const { urgent, secrecy, shows, reviewDays } = kind
  return [
    ...(urgent ? [['urgent', say(words.URGENT, urgent)] as [string, string]] : []),
    ['secrecy', say(words.SEEN[secrecy])],
    ['shows', judgedShowsText(kind, say) ?? say(words.SEEN[shows === 'close' ? 'close' : 'soon'])],
    ...review(reviewDays, say),
  ]
}

function review(days: number | null, say: Say): [string, string][] {
  return days === null ? [] : [['review', say(words.REVIEW, { days })]]
}

function voted(here: Here): [string, string][] {
  const { kind, say } = here
  return [
    ['method', methodText(here)],
    ...conditions(here),
    ['voters', votersText(here)],
    ['weights', weightsText(here)],
    ['quorum', quorumText(here)],
    ['days', daysText(here)],
    ...gatheringText(kind, say),
    ...longerProse(kind, say),
    ...ending(here),
  ]
}

/** One kind in sentences, in the order in which people ask. */
export function kindProse(kind: Kind, say: Say, named: readonly Named[]): Sentence[] {
  const classNamed = (key: string) =>
    named.find((one) => one.kind === 'class' && one.key === key)?.name ?? key
  const here = { kind, say, classNamed }
  const advice = adviceText(kind, say)
  const how = advice ? [...advice, ...review(kind.reviewDays, say)] : voted(here)
  const said: [string, string][] = [...opening(here), ...how]
  return said.map(([rule, text]) => ({ key: `${kind.key}.${rule}`, text }))
}

/** The whole section; how the rules themselves change stands in section 9. */
export function kindsProse(
  { kinds }: { kinds: readonly Kind[] },
  say: Say,
  named: readonly Named[],
): Sentence[] {
  if (kinds.length === 0) return []
  return [
    ...kinds.flatMap((kind) => kindProse(kind, say, named)),
    { key: 'rules', text: say(words.RULES_ELSEWHERE) },
  ]
}
