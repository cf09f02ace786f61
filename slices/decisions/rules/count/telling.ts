/**
 * The telling of a decision's count in plain sentences: who took part, what was held against what was
 * needed, every step of a method, and the end. Classes are called by their names.
 */
import { tellAnyStep } from '../methods.ts'
import type { Sentence } from '../telling.ts'
import { percent, tellVerdict } from '../verdict-telling.ts'
import type { Verdict } from '../verdict.ts'
import type { Counted, Detail } from './count.ts'
import type { QuorumCheck } from './quorum.ts'
import { tellAdvice } from './advice-telling.ts'

export type Names = { options: readonly string[]; classNamed: (key: string) => string }
type Marked = { id: string; message: string }

const TOOK_PART = /*i18n*/ {
  id: 'decisions.count.took-part',
  message: '{class}: {voted} of {eligible} on the roll voted.',
}
const WERE_THERE = /*i18n*/ {
  id: 'decisions.count.were-there',
  message: '{class}: {present} of {eligible} on the roll were there, {voted} voted.',
}
const QUORUM_THERE: Record<'fine' | 'missed', Marked> = {
  fine: /*i18n*/ {
    id: 'decisions.count.quorum-there',
    message: 'Quorum: {held} % were there; at least {needed} % was needed.',
  },
  missed: /*i18n*/ {
    id: 'decisions.count.quorum-there-missed',
    message:
      'Quorum missed: {held} % were there; at least {needed} % was needed. So nothing is decided.',
  },
}
const QUORUM: Record<'fine' | 'missed', Marked> = {
  fine: /*i18n*/ {
    id: 'decisions.count.quorum',
    message: 'Quorum: {held} % took part; at least {needed} % was needed.',
  },
  missed: /*i18n*/ {
    id: 'decisions.count.quorum-missed',
    message:
      'Quorum missed: {held} % took part; at least {needed} % was needed. So nothing is decided.',
  },
}
const QUORUM_MORE: Record<'fine' | 'missed', Marked> = {
  fine: /*i18n*/ {
    id: 'decisions.count.quorum-more',
    message: 'Quorum: {held} % took part; more than {needed} % was needed.',
  },
  missed: /*i18n*/ {
    id: 'decisions.count.quorum-more-missed',
    message:
      'Quorum missed: {held} % took part; more than {needed} % was needed. So nothing is decided.',
  },
}
const QUORUM_CLASS: Record<'fine' | 'missed', Marked> = {
  fine: /*i18n*/ {
    id: 'decisions.count.quorum-class',
    message: 'Quorum of {class}: {held} % took part; at least {needed} % was needed.',
  },
  missed: /*i18n*/ {
    id: 'decisions.count.quorum-class-missed',
    message:
      'Quorum of {class} missed: {held} % took part; at least {needed} % was needed. So nothing is decided.',
  },
}
const NOBODY = /*i18n*/ {
  id: 'decisions.count.nobody',
  message: 'Nobody wanted any of the options, so nobody is elected.',
}
const LEVEL = /*i18n*/ {
  id: 'decisions.count.level',
  message: '{among} are level, and by the rules no lot decides: it is asked again.',
}
const CONSENT = {
  passed: /*i18n*/ {
    id: 'decisions.count.consent',
    message: 'No objection stands, so it passes by consent.',
  },
  failed: /*i18n*/ {
    id: 'decisions.count.objections',
    message:
      '{kept, plural, one {One objection stands, so it does not pass.} other {# objections stand, so it does not pass.}}',
  },
}
const NOT_VALID = /*i18n*/ {
  id: 'decisions.count.not-valid',
  message:
    '{count, plural, one {One objection was judged not valid by a steward, as the rules let them, and is not in the way.} other {# objections were judged not valid by a steward, as the rules let them, and are not in the way.}}',
}
const LEVEL_MOST: Record<'fine' | 'broken', Marked> = {
  fine: /*i18n*/ {
    id: 'decisions.count.aside',
    message: 'Standing aside: {held} % of those who took part; at most {most} % was allowed.',
  },
  broken: /*i18n*/ {
    id: 'decisions.count.aside-broken',
    message:
      'Standing aside: {held} % of those who took part; at most {most} % was allowed. So there is no consensus.',
  },
}
const sentence = (message: Marked, values: Sentence['values'] = {}): Sentence => ({
  message,
  values,
})

/** The quorum, of the whole roll or of a class. */
export function tellQuorum(check: QuorumCheck, { classNamed }: Names): Sentence {
  const values = { held: percent(check.held), needed: percent(check.needed) }
  const end = check.fine ? 'fine' : 'missed'
  if (check.class === null && check.strict) return sentence(QUORUM_MORE[end], values)
  if (check.class === null && check.counts) return sentence(QUORUM_THERE[end], values)
  return check.class === null
    ? sentence(QUORUM[end], values)
    : sentence(QUORUM_CLASS[end], { ...values, class: classNamed(check.class) })
}

/** A verdict whose classes are called by their names. */
export function byName(verdict: Verdict, { classNamed }: Names): Verdict {
  return {
    ...verdict,
    parts: verdict.parts.map((part) => ({ ...part, college: classNamed(part.college) })),
    checks: verdict.checks.map((check) =>
      check.kind === 'college' ? { ...check, college: classNamed(check.college) } : check,
    ),
  }
}

/** What was counted, once the quorum was there. */
export function tellDetail(detail: Detail, names: Names): Sentence[] {
  switch (detail.method) {
    case 'question':
      return tellVerdict(byName(detail.verdict, names))
    case 'consensus': {
      const told = tellVerdict(byName({ ...detail.verdict }, names))
      const levels = detail.verdict.levels.map(({ held, most, fine }) =>
        sentence(LEVEL_MOST[fine ? 'fine' : 'broken'], {
          held: percent(held),
          most: percent(most),
        }),
      )
      return [...told.slice(0, -1), ...levels, ...told.slice(-1)]
    }
    case 'consent': {
      const { passed, kept } = detail.verdict
      const { notValid: count } = detail
      return [
        ...(count ? [sentence(NOT_VALID, { count })] : []),
        sentence(CONSENT[passed ? 'passed' : 'failed'], { kept: kept.length }),
      ]
    }
    case 'options':
      return detail.count.steps.flatMap((step) => tellAnyStep(step, names.options))
    case 'advice':
      return tellAdvice(detail)
    case 'level':
      return [sentence(LEVEL, { among: detail.among.map((one) => names.options[one - 1] ?? '') })]
    default:
      return [sentence(NOBODY)]
  }
}

/** Every step of a count, in sentences. */
export function tellCount(counted: Counted, names: Names): Sentence[] {
  const turnout = counted.turnout.map(({ class: inClass, voted, eligible, present }) => {
    const values = { class: names.classNamed(inClass), voted, eligible }
    return present === undefined
      ? sentence(TOOK_PART, values)
      : sentence(WERE_THERE, { ...values, present })
  })
  const quorum = counted.quorum.map((check) => tellQuorum(check, names))
  const stands = counted.quorum.every(({ fine }) => fine)
  const steps = stands ? tellDetail(counted.detail, names) : []
  return [...turnout, ...quorum, ...steps]
}
