/** How the rules are changed, in sentences. */
import type { Marked } from '#kernel/asked.ts'
import { type AbsentClass, UNSAID_ABSENT } from './absent.ts'
import type { Amendment } from './amendment.ts'
import { fractionIn } from './parts.ts'
import type { Named, Parts, Say, Sentence } from './section.ts'

const CONSENT = /*i18n*/ {
  id: 'constitutions.amendment.said-consent',
  message: 'A change of these rules passes by consent: when no reasoned objection stands.',
}
const CONSENSUS = /*i18n*/ {
  id: 'constitutions.amendment.said-consensus',
  message:
    'A change of these rules passes by consensus: {blocks, plural, =0 {when nobody blocks it} one {when at most one blocks it} other {when at most # block it}}.',
}
type Base = 'cast' | 'present' | 'eligible'
const AT_LEAST: Record<Base, Marked> = {
  cast: /*i18n*/ {
    id: 'constitutions.amendment.said-least-cast',
    message: 'A change of these rules passes when at least {part} of the votes cast are for it.',
  },
  present: /*i18n*/ {
    id: 'constitutions.amendment.said-least-present',
    message: 'A change of these rules passes when at least {part} of those present are for it.',
  },
  eligible: /*i18n*/ {
    id: 'constitutions.amendment.said-least-eligible',
    message: 'A change of these rules passes when at least {part} of all who may vote are for it.',
  },
}
const MORE: Record<Base, Marked> = {
  cast: /*i18n*/ {
    id: 'constitutions.amendment.said-more-cast',
    message: 'A change of these rules passes when more than {part} of the votes cast are for it.',
  },
  present: /*i18n*/ {
    id: 'constitutions.amendment.said-more-present',
    message: 'A change of these rules passes when more than {part} of those present are for it.',
  },
  eligible: /*i18n*/ {
    id: 'constitutions.amendment.said-more-eligible',
    message: 'A change of these rules passes when more than {part} of all who may vote are for it.',
  },
}
const CLASS_LEAST = /*i18n*/ {
  id: 'constitutions.amendment.said-class-least',
  message: 'In each class on its own, at least {part} must be for it.',
}
const CLASS_MORE = /*i18n*/ {
  id: 'constitutions.amendment.said-class-more',
  message: 'In each class on its own, more than {part} must be for it.',
}
const ABSENT: Record<AbsentClass, Marked> = {
  fails: /*i18n*/ {
    id: 'constitutions.amendment.said-absent-fails',
    message: 'A class of which nobody votes stops it.',
  },
  'left-out': /*i18n*/ {
    id: 'constitutions.amendment.said-absent-left',
    message: 'A class of which nobody votes is left out.',
  },
  'fails-if-any': /*i18n*/ {
    id: 'constitutions.amendment.said-absent-if-any',
    message: 'A class of which nobody votes stops it; one that has nobody on the roll is left out.',
  },
}
const VOTERS = /*i18n*/ {
  id: 'constitutions.amendment.said-voters',
  message: 'These classes decide on it: {classes}.',
}
const ALL_VOTERS = /*i18n*/ {
  id: 'constitutions.amendment.said-all-voters',
  message: 'Every class that votes decides on it.',
}
const QUORUM = /*i18n*/ {
  id: 'constitutions.amendment.said-quorum',
  message: 'It counts only if {part} of those who may decide on it take part.',
}
const QUORUM_MORE = /*i18n*/ {
  id: 'constitutions.amendment.said-quorum-more',
  message: 'It counts only if more than {part} of those who may decide on it take part.',
}
const PROPOSERS = /*i18n*/ {
  id: 'constitutions.amendment.said-proposers',
  message:
    'A change is proposed by {count, plural, one {any member} other {at least # members together}}.',
}
const DAYS = /*i18n*/ {
  id: 'constitutions.amendment.said-days',
  message:
    '{talk, plural, =0 {It may be decided as soon as it is proposed} one {It is talked about for a day first} other {It is talked about for # days first}}; {open, plural, =0 {it is decided at a gathering} one {then it is open to decide for a day} other {then it is open to decide for # days}}.',
}
const REVIEW = /*i18n*/ {
  id: 'constitutions.amendment.said-review',
  message:
    'All of these rules are read again after {months, plural, one {a month} other {# months}}.',
}
const ONWARD = /*i18n*/ {
  id: 'constitutions.amendment.said-onward',
  message: 'A version holds from its day on, and nothing before that day is judged by it.',
}
const FOUNDING = /*i18n*/ {
  id: 'constitutions.amendment.said-founding',
  message:
    'Until this is decided by vote in the hall, the stewards adopt a version together: two of them where there are two.',
}

function passing({ passes }: Amendment, say: Say): Sentence[] {
  if (passes.kind === 'consent') return [{ key: 'passes', text: say(CONSENT) }]
  if (passes.kind === 'consensus')
    return [{ key: 'passes', text: say(CONSENSUS, { blocks: passes.blocks }) }]
  const part = fractionIn(say, passes.threshold)
  const main = say((passes.strict ? MORE : AT_LEAST)[passes.base], { part })
  if (!passes.perClass) return [{ key: 'passes', text: main }]
  const each = fractionIn(say, passes.perClass.threshold)
  const also = say(passes.perClass.strict ? CLASS_MORE : CLASS_LEAST, { part: each })
  return [
    { key: 'passes', text: main },
    { key: 'passes.class', text: also },
    { key: 'passes.absent', text: say(ABSENT[passes.perClass.absent ?? UNSAID_ABSENT]) },
  ]
}

export function amendmentProse(
  part: Amendment,
  say: Say,
  _all: Parts,
  named: readonly Named[],
): Sentence[] {
  const called = (key: string) =>
    named.find((one) => one.kind === 'class' && one.key === key)?.name ?? key
  const classes = part.voters.map(called).join(', ')
  return [
    { key: 'proposers', text: say(PROPOSERS, { count: part.proposers }) },
    { key: 'days', text: say(DAYS, { talk: part.talkDays, open: part.openDays }) },
    { key: 'voters', text: classes ? say(VOTERS, { classes }) : say(ALL_VOTERS) },
    ...passing(part, say),
    ...(part.quorum
      ? [
          {
            key: 'quorum',
            text: say(part.quorumStrict ? QUORUM_MORE : QUORUM, {
              part: fractionIn(say, part.quorum),
            }),
          },
        ]
      : []),
    ...(part.reviewMonths
      ? [{ key: 'review', text: say(REVIEW, { months: part.reviewMonths }) }]
      : []),
    { key: 'onward', text: say(ONWARD) },
    { key: 'founding', text: say(FOUNDING) },
  ]
}
