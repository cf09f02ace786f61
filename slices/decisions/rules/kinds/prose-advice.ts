/** What prose says of objections to consent, and of advice. */
import type { Say } from '#slices/constitutions/index.ts'
import { DAYS_TO_CONFIRM, stewardsJudge } from '../consent/objections.ts'
import type { Kind } from './kind.ts'

const OBJECTIONS = /*i18n*/ {
  id: 'decisions.says.objections',
  message:
    'While it is talked about, whoever would vote on it may object: what harm they see, and what would answer it. It does not open before each objection is answered by a new text, withdrawn, or kept because talk about it is at its end. Whoever objected says within {days} days whether a text answers theirs; silence keeps it.',
}
const JUDGES = /*i18n*/ {
  id: 'decisions.says.judges',
  message:
    'An objection gives a reason why the proposal would harm what the circle is there for; a preference is none. A steward who neither made it nor proposed what it is about may judge it not valid, with a reason, until the close; so objections are seen with their reasons while it is open.',
}
const SHOWS = /*i18n*/ {
  id: 'decisions.says.shows-objections',
  message:
    'Beside objections and their reasons nothing but how many voted shows before the close. Until then a ballot may be changed; the last one counts.',
}
const ADVICE = {
  method: /*i18n*/ {
    id: 'decisions.says.advice',
    message:
      '{name}: whoever proposes it decides it, after asking for advice those whom it touches and those who know. Nobody votes.',
  },
  least: /*i18n*/ {
    id: 'decisions.says.advice-least',
    message:
      'At least {least, plural, one {one person is} other {# people are}} asked; anybody of the circle may give advice unasked.',
  },
  talk: /*i18n*/ {
    id: 'decisions.says.advice-talk',
    message:
      '{days, plural, one {It is talked about for a day at least} other {It is talked about for # days at least}} before it is decided.',
  },
  answers: /*i18n*/ {
    id: 'decisions.says.advice-answers',
    message: 'It is decided once everybody who was asked has answered.',
  },
  days: /*i18n*/ {
    id: 'decisions.says.advice-days',
    message:
      'It is decided once everybody who was asked has answered, or has had {days, plural, one {a day} other {# days}} to.',
  },
  taken: /*i18n*/ {
    id: 'decisions.says.advice-taken',
    message:
      'Who decides says in words what is done, and of each advice how it was taken and why. Advice binds nobody, and all of it is for the circle to read.',
  },
}

type Said = [string, string][]

/** What an objection is and who judges it; none where it is not by consent. */
export function consentText({ method }: Kind, say: Say): Said {
  if (method.kind !== 'consent') return []
  return [
    ['objections', say(OBJECTIONS, { days: DAYS_TO_CONFIRM })],
    ...(method.judges === 'stewards' ? [['judges', say(JUDGES)] as [string, string]] : []),
  ]
}

/** What shows before the close where objections are judged; null where it is as everywhere. */
export function judgedShowsText(kind: Kind, say: Say): string | null {
  return stewardsJudge(kind) && kind.shows === 'close' ? say(SHOWS) : null
}

/** All that is said of a kind by advice, between who proposes it and when it is asked again; or null. */
export function adviceText({ name, method, talkDays }: Kind, say: Say): Said | null {
  if (method.kind !== 'advice') return null
  const { least, waits } = method
  return [
    ['method', say(ADVICE.method, { name })],
    ['asked', say(ADVICE.least, { least })],
    ...(talkDays > 0 ? [['days', say(ADVICE.talk, { days: talkDays })] as [string, string]] : []),
    ['waits', say(ADVICE[waits.kind], waits.kind === 'days' ? { days: waits.days } : {})],
    ['taken', say(ADVICE.taken)],
  ]
}
