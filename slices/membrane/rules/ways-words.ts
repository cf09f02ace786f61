/** The words of the form for ways in and out. */
import type { Marked } from '#kernel/asked.ts'

export const TITLE = /*i18n*/ { id: 'membrane.ways', message: 'How one comes in, and leaves' }
export const WAYS = /*i18n*/ { id: 'membrane.ways.list', message: 'Ways in' }
export const A_WAY = /*i18n*/ { id: 'membrane.ways.item', message: 'a way in' }
export const CLASS = /*i18n*/ { id: 'membrane.ways.class', message: 'Into which class' }
export const OPEN = /*i18n*/ {
  id: 'membrane.ways.open',
  message: 'Open: whoever confirms their mail address comes in',
}
export const INVITATION = /*i18n*/ { id: 'membrane.ways.invitation', message: 'By invitation' }
export const INVITES = /*i18n*/ { id: 'membrane.ways.invites', message: 'Who invites' }
export const INVITERS: Record<string, Marked> = {
  stewards: /*i18n*/ { id: 'membrane.ways.stewards', message: 'Stewards' },
  members: /*i18n*/ { id: 'membrane.ways.members', message: 'Every member' },
}
export const DAYS = /*i18n*/ {
  id: 'membrane.ways.days',
  message: 'For how many days an invitation holds',
}
export const USES = /*i18n*/ {
  id: 'membrane.ways.uses',
  message: 'How many may come in by one link',
}
export const APPLICATION = /*i18n*/ { id: 'membrane.ways.application', message: 'By application' }
export const QUESTIONS = /*i18n*/ { id: 'membrane.ways.questions', message: 'What is asked' }
export const A_QUESTION = /*i18n*/ { id: 'membrane.ways.a-question', message: 'a question' }
export const QUESTION = /*i18n*/ { id: 'membrane.ways.question', message: 'The question' }
export const SPONSORS = /*i18n*/ {
  id: 'membrane.ways.sponsors',
  message: 'How many members must vouch',
}
export const WAIT = /*i18n*/ {
  id: 'membrane.ways.wait',
  message: 'For how many days all may ask and object',
}
export const DECIDES = /*i18n*/ { id: 'membrane.ways.decides', message: 'Who decides' }
export const DECIDERS: Record<string, Marked> = {
  role: /*i18n*/ { id: 'membrane.ways.by-role', message: 'Whoever holds a role' },
  circle: /*i18n*/ { id: 'membrane.ways.by-circle', message: 'A circle, by consent' },
}
export const ROLE = /*i18n*/ { id: 'membrane.ways.role', message: 'Which role' }
export const CIRCLE = /*i18n*/ { id: 'membrane.ways.circle', message: 'Which circle' }
export const CIRCLE_HINT = /*i18n*/ {
  id: 'membrane.ways.circle-hint',
  message: 'The name of a circle within this one; empty for this circle itself',
}
export const DECIDE_DAYS = /*i18n*/ {
  id: 'membrane.ways.decide-days',
  message: 'Within how many days it is decided then',
}
export const APPEAL = /*i18n*/ {
  id: 'membrane.ways.appeal',
  message: 'Where somebody turns who was refused',
}
export const FIRST = /*i18n*/ { id: 'membrane.ways.first', message: 'What is given first' }
export const FIRSTS: Record<string, Marked> = {
  fee: /*i18n*/ { id: 'membrane.ways.fee', message: 'Money' },
  hours: /*i18n*/ { id: 'membrane.ways.time', message: 'Hours' },
}
export const AMOUNT = /*i18n*/ { id: 'membrane.ways.amount', message: 'How much' }
export const HOURS = /*i18n*/ { id: 'membrane.ways.hours', message: 'How many hours' }
export const TRIAL = /*i18n*/ { id: 'membrane.ways.trial', message: 'Months on trial' }
export const NOTICE = /*i18n*/ {
  id: 'membrane.ways.notice',
  message: 'Days of notice when somebody leaves',
}
export const NOTICE_HINT = /*i18n*/ {
  id: 'membrane.ways.notice-hint',
  message: '0: they leave on the day they say so',
}
export const PAUSE = /*i18n*/ { id: 'membrane.ways.pause', message: 'A pause' }
export const PAUSE_DAYS = /*i18n*/ {
  id: 'membrane.ways.pause-days',
  message: 'For how many days at most',
}
export const GRANTS = /*i18n*/ { id: 'membrane.ways.grants', message: 'Who grants it' }
export const GRANTERS: Record<string, Marked> = {
  oneself: /*i18n*/ { id: 'membrane.ways.oneself', message: 'Whoever takes it' },
  stewards: /*i18n*/ { id: 'membrane.ways.grant-stewards', message: 'The stewards' },
}
export const EXCLUSION = /*i18n*/ {
  id: 'membrane.ways.exclusion',
  message: 'How somebody is put out',
}
export const EX_NOTICE = /*i18n*/ {
  id: 'membrane.ways.ex-notice',
  message: 'Days between the notice and the decision',
}
export const HEARING = /*i18n*/ {
  id: 'membrane.ways.hearing',
  message: 'They are heard before it is decided',
}
export const APPEAL_DAYS = /*i18n*/ {
  id: 'membrane.ways.appeal-days',
  message: 'For how many days they may appeal',
}
export const AGAIN = /*i18n*/ {
  id: 'membrane.ways.again',
  message: 'After how many months they may apply again',
}
export const AGAIN_HINT = /*i18n*/ {
  id: 'membrane.ways.again-hint',
  message: 'None: only when the circle has decided so on appeal',
}
