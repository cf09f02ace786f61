/** The sentences in which standing is explained. */
import type { Line, LineState } from './explain.ts'

type Marked = { id: string; message: string }

export const TITLE: Record<Line['kind'], Marked> = {
  dues: /*i18n*/ { id: 'standing.line.dues', message: 'Dues' },
  hours: /*i18n*/ { id: 'standing.line.hours', message: 'Hours' },
  resource: /*i18n*/ { id: 'standing.line.resource', message: 'A resource' },
  attendance: /*i18n*/ { id: 'standing.line.attendance', message: 'Gatherings' },
  circles: /*i18n*/ { id: 'standing.line.circles', message: 'A working circle' },
  roles: /*i18n*/ { id: 'standing.line.roles', message: 'A role' },
}

export const STATE: Record<LineState, Marked> = {
  met: /*i18n*/ { id: 'standing.state.met', message: 'Met' },
  open: /*i18n*/ { id: 'standing.state.open', message: 'Open' },
  grace: /*i18n*/ { id: 'standing.state.grace', message: 'Due' },
  missed: /*i18n*/ { id: 'standing.state.missed', message: 'Missing' },
  excused: /*i18n*/ { id: 'standing.state.excused', message: 'Excused' },
}

export const OWED: Record<'period' | 'once' | 'most' | 'held' | 'coming' | 'none', Marked> = {
  period: /*i18n*/ { id: 'standing.owed.period', message: '{what} for {period}.' },
  once: /*i18n*/ { id: 'standing.owed.once', message: '{what}, once.' },
  most: /*i18n*/ { id: 'standing.owed.most', message: 'Whoever can gives up to {most}.' },
  held: /*i18n*/ { id: 'standing.owed.held', message: 'At least {what}.' },
  coming: /*i18n*/ {
    id: 'standing.owed.coming',
    message: '{of} of every {in} gatherings, {period}.',
  },
  none: /*i18n*/ { id: 'standing.owed.none', message: 'Nothing is owed now.' },
}

export const FOUND = {
  came: /*i18n*/ {
    id: 'standing.found.came',
    message:
      '{came} of the {held, plural, one {# gathering held} other {# gatherings held}} so far.',
  },
  noneHeld: /*i18n*/ { id: 'standing.found.none-held', message: 'No gathering was held so far.' },
  counted: /*i18n*/ { id: 'standing.found.counted', message: '{what} on {day}' },
  nothing: /*i18n*/ { id: 'standing.found.nothing', message: 'Nothing has counted yet.' },
  more: /*i18n*/ { id: 'standing.found.more', message: '{list} and {count} more.' },
  has: /*i18n*/ { id: 'standing.found.has', message: '{what}.' },
  hasNone: /*i18n*/ { id: 'standing.found.has-none', message: 'None since {day}.' },
  until: /*i18n*/ { id: 'standing.found.until', message: 'Excused until {day}.' },
  before: /*i18n*/ {
    id: 'standing.found.before',
    message: '{count, plural, one {One period before is met.} other {# periods before are met.}}',
  },
} satisfies Record<string, Marked>

export const MISSING = {
  gift: /*i18n*/ { id: 'standing.missing.gift', message: 'Missing: {what}.' },
  coming: /*i18n*/ {
    id: 'standing.missing.coming',
    message: '{count, plural, one {One gathering} other {# gatherings}} too few.',
  },
} satisfies Record<string, Marked>

export const NEXT = {
  give: /*i18n*/ { id: 'standing.next.give', message: 'Give {what} until {day}.' },
  giveNow: /*i18n*/ {
    id: 'standing.next.give-now',
    message: 'Give {what}; then it is met at once.',
  },
  come: /*i18n*/ {
    id: 'standing.next.come',
    message:
      'Come to {count, plural, one {one more gathering} other {# more gatherings}} until {day}.',
  },
  comeNext: /*i18n*/ {
    id: 'standing.next.come-next',
    message: 'What is over cannot be made up for: come to the next ones, or ask for a pause.',
  },
  join: /*i18n*/ { id: 'standing.next.join', message: 'Join a working circle until {day}.' },
  joinNow: /*i18n*/ {
    id: 'standing.next.join-now',
    message: 'Join a working circle; then it is met at once.',
  },
  hold: /*i18n*/ { id: 'standing.next.hold', message: 'Volunteer for a role until {day}.' },
  holdNow: /*i18n*/ {
    id: 'standing.next.hold-now',
    message: 'Volunteer for a role; with it, it is met.',
  },
} satisfies Record<string, Marked>

export const AHEAD_TEXT = {
  behind: /*i18n*/ {
    id: 'standing.ahead.behind',
    message:
      'If nothing more happens, the standing stays good until {before}. From {day} on it would be behind.',
  },
  rests: /*i18n*/ {
    id: 'standing.ahead.rests',
    message: 'From {day} on {what} would rest until it is made good.',
  },
  resting: /*i18n*/ {
    id: 'standing.ahead.resting',
    message: 'Until it is made good {what} rests.',
  },
  restsSoon: /*i18n*/ {
    id: 'standing.ahead.rests-soon',
    message: 'Nothing rests yet. From {day} on {what} rests.',
  },
  written: /*i18n*/ {
    id: 'standing.ahead.written',
    message: 'The hall writes by {day}.',
  },
} satisfies Record<string, Marked>

export const THING = /*i18n*/ {
  id: 'standing.quantity.thing',
  message: '{count, plural, one {one thing ({name})} other {# things ({name})}}',
}
export const HOURS_AND_MINUTES = /*i18n*/ {
  id: 'standing.quantity.hours-minutes',
  message:
    '{hours, plural, one {# hour} other {# hours}} {minutes, plural, =0 {} one {# minute} other {# minutes}}',
}
export const MINUTES_ONLY = /*i18n*/ {
  id: 'standing.quantity.minutes',
  message: '{minutes, plural, one {# minute} other {# minutes}}',
}
