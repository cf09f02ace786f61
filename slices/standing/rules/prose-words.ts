/** The sentences of duties and standing. */
import type { Duty, Resting, SEEN_BY } from './duty.ts'

type Marked = { id: string; message: string }

/** What is given. */
export const GIFT_TEXT: Record<Duty['every'], Marked> = {
  month: /*i18n*/ { id: 'standing.rule.month', message: '{who}: {asks}, every month.' },
  quarter: /*i18n*/ { id: 'standing.rule.quarter', message: '{who}: {asks}, every quarter.' },
  'half-year': /*i18n*/ {
    id: 'standing.rule.half-year',
    message: '{who}: {asks}, every half-year.',
  },
  year: /*i18n*/ { id: 'standing.rule.year', message: '{who}: {asks}, every year.' },
  once: /*i18n*/ { id: 'standing.rule.once', message: '{who}: {asks}, once.' },
}

/** Coming to gatherings. */
export const COMING_TEXT: Record<Duty['every'], Marked> = {
  month: /*i18n*/ {
    id: 'standing.rule.come-month',
    message: '{who}: come to {asks}, counted by the month.',
  },
  quarter: /*i18n*/ {
    id: 'standing.rule.come-quarter',
    message: '{who}: come to {asks}, counted by the quarter.',
  },
  'half-year': /*i18n*/ {
    id: 'standing.rule.come-half-year',
    message: '{who}: come to {asks}, counted by the half-year.',
  },
  year: /*i18n*/ {
    id: 'standing.rule.come-year',
    message: '{who}: come to {asks}, counted by the year.',
  },
  once: /*i18n*/ { id: 'standing.rule.come-once', message: '{who}: come to {asks}.' },
}

export const BELONG_TEXT = /*i18n*/ {
  id: 'standing.rule.belong',
  message: '{who}: belong to {asks}, at every moment.',
}
export const HOLD_TEXT = /*i18n*/ {
  id: 'standing.rule.hold',
  message: '{who}: hold {asks}, at every moment.',
}

export const SLIDING: Marked = /*i18n*/ {
  id: 'standing.rule.sliding',
  message: 'The least is what is owed; nobody is asked whether they could give more.',
}

export const PART_TEXT: Record<Duty['part'], Marked> = {
  days: /*i18n*/ {
    id: 'standing.rule.part-days',
    message: 'For a part of the period it is owed by days.',
  },
  whole: /*i18n*/ {
    id: 'standing.rule.part-whole',
    message: 'For a part of the period the whole is owed.',
  },
  nothing: /*i18n*/ {
    id: 'standing.rule.part-nothing',
    message: 'For a part of the period nothing is owed.',
  },
}

export const GRACE_TEXT: Record<Duty['due'] | 'always', Marked> = {
  end: /*i18n*/ {
    id: 'standing.rule.grace-end',
    message:
      'It is due when the period ends, with {days, plural, =0 {no days} one {one day} other {# days}} of grace.',
  },
  start: /*i18n*/ {
    id: 'standing.rule.grace-start',
    message:
      'It is due when the period begins, with {days, plural, =0 {no days} one {one day} other {# days}} of grace.',
  },
  always: /*i18n*/ {
    id: 'standing.rule.grace-always',
    message:
      'Who is without has {days, plural, =0 {no days} one {one day} other {# days}} of grace.',
  },
}

export const EXEMPT_TEXT = {
  anyRole: /*i18n*/ {
    id: 'standing.rule.exempt-any-role',
    message: 'Who holds a role is excused from {duties}.',
  },
  role: /*i18n*/ {
    id: 'standing.rule.exempt-role',
    message: 'Who holds the role {roles} is excused from {duties}.',
  },
  anyCircle: /*i18n*/ {
    id: 'standing.rule.exempt-any-circle',
    message: 'Who belongs to a working circle is excused from {duties}.',
  },
  circle: /*i18n*/ {
    id: 'standing.rule.exempt-circle',
    message: 'Who belongs to the circle named here is excused from {duties}.',
  },
  hardship: /*i18n*/ {
    id: 'standing.rule.exempt-hardship',
    message:
      'In hardship the treasurer or a steward excuses a member who asks for it in confidence from {duties}, until a day.',
  },
  all: /*i18n*/ { id: 'standing.rule.exempt-all', message: 'all duties' },
} satisfies Record<string, Marked>

export const BEHIND_TEXT = {
  one: /*i18n*/ {
    id: 'standing.rule.behind-all',
    message:
      'Behind is who has missed {missed, plural, one {one period} other {# periods}} of a duty.',
  },
  coming: /*i18n*/ {
    id: 'standing.rule.behind-coming',
    message:
      'Of coming to gatherings, which cannot be made up for, only the last {missed, plural, one {period counts} other {# periods count}}.',
  },
  some: /*i18n*/ {
    id: 'standing.rule.behind-some',
    message:
      'Behind is who has missed {missed, plural, one {one} other {#}} of the last {of, plural, one {period} other {# periods}} of a duty.',
  },
  rests: /*i18n*/ {
    id: 'standing.rule.rests',
    message:
      'For who is behind {what} {after, plural, =0 {rests at once} one {rests after one day} other {rests after # days}}, until it is made good.',
  },
  nothing: /*i18n*/ {
    id: 'standing.rule.rests-nothing',
    message: 'For who is behind nothing rests; it is only said.',
  },
  idle: /*i18n*/ {
    id: 'standing.rule.idle',
    message:
      'Who leaves no trace for {days} days is paused until the next: by coming to a gathering or giving something.',
  },
  notice: /*i18n*/ {
    id: 'standing.rule.notice',
    message: 'The hall writes to a member 14 days before their standing changes.',
  },
  seen: /*i18n*/ {
    id: 'standing.rule.seen',
    message: 'The standing of a member is seen by that member and {who}, by nobody else.',
  },
  seenByAll: /*i18n*/ {
    id: 'standing.rule.seen-all',
    message: 'The standing of a member is seen by all members.',
  },
  seenAlone: /*i18n*/ {
    id: 'standing.rule.seen-alone',
    message: 'The standing of a member is seen by that member only.',
  },
} satisfies Record<string, Marked>

export const RESTING_TEXT: Record<Resting, Marked> = {
  vote: /*i18n*/ { id: 'standing.rests.vote', message: 'the vote' },
  propose: /*i18n*/ { id: 'standing.rests.propose', message: 'proposing' },
  stand: /*i18n*/ { id: 'standing.rests.stand', message: 'standing for roles' },
  tools: /*i18n*/ { id: 'standing.rests.tools', message: 'the use of tools' },
}

export const SEEN_TEXT: Record<(typeof SEEN_BY)[number], Marked> = {
  treasurer: /*i18n*/ { id: 'standing.seen.treasurer', message: 'the treasurer' },
  stewards: /*i18n*/ { id: 'standing.seen.stewards', message: 'the stewards' },
  members: /*i18n*/ { id: 'standing.seen.members', message: 'all members' },
}
