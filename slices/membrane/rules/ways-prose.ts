/** Ways in and out, in sentences. */
import type { Marked } from '#kernel/asked.ts'
import type { Named, Parts, Say, Sentence } from '#slices/constitutions/index.ts'
import { closed } from './classes-prose.ts'
import type { Decides, First, Way, Ways } from './ways.ts'

const S = {
  open: /*i18n*/ {
    id: 'membrane.said.open',
    message: '{name}: open. Whoever confirms their mail address is in.',
  },
  stewards: /*i18n*/ {
    id: 'membrane.said.by-stewards',
    message:
      '{name}: stewards invite. An invitation holds for {days, plural, one {a day} other {# days}} and lets {uses, plural, one {one} other {up to #}} in.',
  },
  members: /*i18n*/ {
    id: 'membrane.said.by-members',
    message:
      '{name}: every member may invite. An invitation holds for {days, plural, one {a day} other {# days}} and lets {uses, plural, one {one} other {up to #}} in.',
  },
  apply: /*i18n*/ {
    id: 'membrane.said.apply',
    message:
      '{name}: one applies{sponsors, plural, =0 {} one { and one member vouches} other { and # members vouch}}. {wait, plural, =0 {It is decided at once.} one {For a day all may ask or object.} other {For # days all may ask or object.}}',
  },
  question: /*i18n*/ {
    id: 'membrane.said.question',
    message: 'Who applies to be among the {name} is asked: {text}',
  },
  byRole: /*i18n*/ {
    id: 'membrane.said.by-role',
    message:
      '{name}: then whoever holds the role “{role}” decides, within {days, plural, one {a day} other {# days}}.',
  },
  byCircle: /*i18n*/ {
    id: 'membrane.said.by-circle',
    message:
      '{name}: then {circle} decides by consent, within {days, plural, one {a day} other {# days}}; an objection that stands keeps it from being accepted.',
  },
  byThis: /*i18n*/ {
    id: 'membrane.said.by-this',
    message:
      '{name}: then this circle decides by consent, within {days, plural, one {a day} other {# days}}; an objection that stands keeps it from being accepted.',
  },
  appeal: /*i18n*/ {
    id: 'membrane.said.appeal',
    message: 'Who is refused among the {name} is told the reason, and may appeal: {appeal}',
  },
  fee: /*i18n*/ { id: 'membrane.said.fee', message: '{name}: {amount} come first.' },
  hours: /*i18n*/ {
    id: 'membrane.said.hours',
    message: '{name}: {hours, plural, one {an hour is} other {# hours are}} given first.',
  },
  trial: /*i18n*/ {
    id: 'membrane.said.trial',
    message:
      '{name}: the first {months, plural, one {month is} other {# months are}} on trial; until then stewards may end it with a reason.',
  },
  atOnce: /*i18n*/ {
    id: 'membrane.said.at-once',
    message:
      'One leaves by saying so; it holds from that day, and what was given stays acknowledged.',
  },
  notice: /*i18n*/ {
    id: 'membrane.said.notice',
    message:
      'One leaves by saying so, with {days, plural, one {a day} other {# days}} of notice; what was given stays acknowledged.',
  },
  pauseSelf: /*i18n*/ {
    id: 'membrane.said.pause-self',
    message:
      'A member may rest for up to {days, plural, one {a day} other {# days}}, by saying so; they stay a member.',
  },
  pauseGranted: /*i18n*/ {
    id: 'membrane.said.pause-granted',
    message:
      'A member may rest for up to {days, plural, one {a day} other {# days}} when the stewards grant it; they stay a member.',
  },
  noPause: /*i18n*/ { id: 'membrane.said.no-pause', message: 'There is no pause.' },
  out: /*i18n*/ {
    id: 'membrane.said.out',
    message:
      'Nobody is put out without a reason in writing and {days, plural, one {a day} other {# days}} of notice.',
  },
  hearing: /*i18n*/ {
    id: 'membrane.said.hearing',
    message: 'They are heard before it is decided.',
  },
  outRole: /*i18n*/ {
    id: 'membrane.said.out-role',
    message: 'Whoever holds the role “{role}” decides on it.',
  },
  outCircle: /*i18n*/ {
    id: 'membrane.said.out-circle',
    message: '{circle} decides on it by consent.',
  },
  outThis: /*i18n*/ {
    id: 'membrane.said.out-this',
    message: 'This circle decides on it by consent.',
  },
  outAppeal: /*i18n*/ {
    id: 'membrane.said.out-appeal',
    message:
      'Who was put out may appeal within {days, plural, one {a day} other {# days}}; another body than the one that decided hears it.',
  },
  again: /*i18n*/ {
    id: 'membrane.said.again',
    message:
      'Who was put out may apply again {months, plural, =0 {at any time} one {after a month} other {after # months}}.',
  },
  never: /*i18n*/ {
    id: 'membrane.said.never',
    message: 'Who was put out may apply again only when the circle has decided so.',
  },
  end: /*i18n*/ {
    id: 'membrane.said.end',
    message:
      'With a membership end the roles held by it, its voice and its access; who comes back begins anew, and what was before stays written.',
  },
} satisfies Record<string, Marked>

/** Money as people read it: 25.00 EUR; exact, from minor units. */
export function moneyIn({ minor, currency }: { minor: number; currency: string }): string {
  const places =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  const digits = String(minor).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${places === 0 ? digits : `${whole}.${digits.slice(-places)}`} ${currency}`
}

function firstIn(first: First, name: string, say: Say): string {
  return first.kind === 'fee'
    ? say(S.fee, { name, amount: moneyIn(first.amount) })
    : say(S.hours, { name, hours: first.hours })
}

const nameOf = (named: readonly Named[], kind: string, key: string) =>
  named.find((one) => one.kind === kind && one.key === key)?.name ?? key

function decidedIn(way: { name: string; days: number }, by: Decides, say: Say, role: string) {
  if (by.kind === 'role') return say(S.byRole, { ...way, role })
  return by.circle ? say(S.byCircle, { ...way, circle: by.circle }) : say(S.byThis, way)
}

function applying(way: Way, name: string, say: Say, named: readonly Named[]): Sentence[] {
  const { application, class: key } = way
  if (!application) return []
  const { questions, sponsors, waitDays: wait, decides, decideDays: days, appeal } = application
  const role = decides.kind === 'role' ? nameOf(named, 'role', decides.role) : ''
  return [
    { key: `${key}.application`, text: say(S.apply, { name, sponsors, wait }) },
    ...questions.map((question) => ({
      key: `${key}.question.${question.key}`,
      text: closed(say(S.question, { name, text: question.text })),
    })),
    { key: `${key}.decision`, text: decidedIn({ name, days }, decides, say, role) },
    { key: `${key}.appeal`, text: closed(say(S.appeal, { name, appeal })) },
  ]
}

/** One way in, as sentences. */
export function wayIn(way: Way, say: Say, named: readonly Named[]): Sentence[] {
  const { class: key, invitation, first, trialMonths: months } = way
  const name = nameOf(named, 'class', key)
  return [
    ...(way.open ? [{ key: `${key}.open`, text: say(S.open, { name }) }] : []),
    ...(invitation
      ? [{ key: `${key}.invitation`, text: say(S[invitation.by], { name, ...invitation }) }]
      : []),
    ...applying(way, name, say, named),
    ...(first ? [{ key: `${key}.first`, text: firstIn(first, name, say) }] : []),
    ...(months === null ? [] : [{ key: `${key}.trial`, text: say(S.trial, { name, months }) }]),
  ]
}

function puttingOut({ exclusion }: Ways, say: Say, named: readonly Named[]): Sentence[] {
  if (!exclusion) return []
  const { noticeDays, hearing, decides, appealDays, againMonths: months } = exclusion
  const by =
    decides.kind === 'role'
      ? say(S.outRole, { role: nameOf(named, 'role', decides.role) })
      : decides.circle
        ? say(S.outCircle, { circle: decides.circle })
        : say(S.outThis)
  return [
    { key: 'exclusion', text: say(S.out, { days: noticeDays }) },
    ...(hearing ? [{ key: 'exclusion.hearing', text: say(S.hearing) }] : []),
    { key: 'exclusion.decision', text: by },
    { key: 'exclusion.appeal', text: say(S.outAppeal, { days: appealDays }) },
    { key: 'again', text: months === null ? say(S.never) : say(S.again, { months }) },
  ]
}

/** How one leaves, rests and is put out, as sentences. */
export function waysOut(part: Ways, say: Say, named: readonly Named[]): Sentence[] {
  const { noticeDays: days, pause } = part
  const rest = pause?.grants === 'oneself' ? S.pauseSelf : S.pauseGranted
  return [
    { key: 'leaving', text: days === 0 ? say(S.atOnce) : say(S.notice, { days }) },
    { key: 'pause', text: pause ? say(rest, { days: pause.days }) : say(S.noPause) },
    ...puttingOut(part, say, named),
    { key: 'end', text: say(S.end) },
  ]
}

export function waysProse(part: Ways, say: Say, _all: Parts, named: readonly Named[]): Sentence[] {
  return [...part.ways.flatMap((way) => wayIn(way, say, named)), ...waysOut(part, say, named)]
}

const OUT = /^(?:leaving|pause|exclusion|again|end)(?:\.|$)/

/** Whoever is inside is concerned by the ways out, and by the trial of their class; ways in are for others. */
export function waysConcern(part: Ways, key: string): readonly string[] | 'all' {
  const way = part.ways.find((one) => key.startsWith(`${one.class}.`))
  if (way) return key === `${way.class}.trial` ? [way.class] : []
  return OUT.test(key) ? 'all' : []
}
