/** The words of the letters about decisions. */
import type { Outcome } from '../rules/count/published.ts'
import { CONSENT_LETTERS } from './consent-letter-words.ts'
import { VOICE_LETTERS } from './voice-letter-words.ts'

type Marked = { id: string; message: string }
export type Words = { subject: Marked; text: Marked }

export const LETTERS = {
  opened: {
    subject: /*i18n*/ { id: 'decisions.mail.opened', message: 'Open: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.opened-text',
      message:
        'In {circle} a decision is open, and you are on its roll:\n\n{title}\n\nIt closes on {until} ({zone}). You may change your ballot until then; the last one counts.\n\nRead it and vote:\n{link}',
    },
  },
  remind: {
    subject: /*i18n*/ { id: 'decisions.mail.remind', message: 'Closes soon: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.remind-text',
      message:
        'You have not voted yet on this decision of {circle}:\n\n{title}\n\nIt closes on {until} ({zone}).\n\n{link}',
    },
  },
  remindSecret: {
    subject: /*i18n*/ { id: 'decisions.mail.remind', message: 'Closes soon: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.remind-secret-text',
      message:
        'You have not taken your paper yet for this secret vote of {circle}:\n\n{title}\n\nIt closes on {until} ({zone}). Take your paper, and put it into the urn:\n{link}',
    },
  },
  counted: {
    subject: /*i18n*/ { id: 'decisions.mail.counted', message: 'Counted: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.counted-text',
      message:
        'In {circle} it was counted:\n\n{title}\n\n{result}\n\nHow it was counted, and what anybody needs to count it again:\n{link}',
    },
  },
  amended: {
    subject: /*i18n*/ { id: 'decisions.mail.amended', message: 'Its text changed: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.amended-text',
      message:
        'You supported a proposal in {circle}. Its text was changed since:\n\n{title}\n\nYour support was for the text before. See what changed, and support it anew if you agree:\n{link}',
    },
  },
  contest: {
    subject: /*i18n*/ {
      id: 'decisions.mail.contest',
      message: 'An objection to the roll: {title}',
    },
    text: /*i18n*/ {
      id: 'decisions.mail.contest-text',
      message:
        'Somebody objects to the draft roll of a decision in {circle}:\n\n{title}\n\nIt does not open before a steward has answered, with a reason:\n{link}/roll',
    },
  },
  review: {
    subject: /*i18n*/ { id: 'decisions.mail.review', message: 'Asked again today: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.review-text',
      message:
        'When this was decided in {circle}, today was named as the day to look at it again:\n\n{title}\n\nDoes it still hold? Ask again, or let it stand:\n{link}',
    },
  },
  voided: {
    subject: /*i18n*/ { id: 'decisions.mail.voided', message: 'Void: {title}' },
    text: /*i18n*/ {
      id: 'decisions.mail.voided-text',
      message:
        'A steward of {circle} called this decision void, and says why:\n\n{title}\n\n{link}',
    },
  },
  ...VOICE_LETTERS,
  ...CONSENT_LETTERS,
} satisfies Record<string, Words>

export const RESULTS: Record<Outcome, Marked> = {
  passed: /*i18n*/ { id: 'decisions.result.passed', message: 'It passed.' },
  failed: /*i18n*/ { id: 'decisions.result.failed', message: 'It did not pass.' },
  elected: /*i18n*/ { id: 'decisions.result.elected', message: 'Somebody or something is chosen.' },
  level: /*i18n*/ { id: 'decisions.result.level', message: 'It is a tie, to be asked again.' },
  'no-quorum': /*i18n*/ {
    id: 'decisions.result.no-quorum',
    message: 'Too few took part, so nothing is decided.',
  },
}
