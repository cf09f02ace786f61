/** The words of the letters about polls. */
type Marked = { id: string; message: string }
export type Words = { subject: Marked; text: Marked }

export const LETTERS = {
  asked: {
    subject: /*i18n*/ { id: 'polls.mail.asked', message: 'Asked in {circle}: {title}' },
    text: /*i18n*/ {
      id: 'polls.mail.asked-text',
      message:
        '{by} asks {form, select, time {which time suits you} sense {how this sounds to you} other {what you think}}:\n\n{title}\n\n{words}\n\nAnswer until {until} ({zone}); you may change it until then.\n{link}',
    },
  },
  reopened: {
    subject: /*i18n*/ { id: 'polls.mail.reopened', message: 'Open again in {circle}: {title}' },
    text: /*i18n*/ {
      id: 'polls.mail.reopened-text',
      message:
        'A poll of {circle} is open again:\n\n{title}\n\nAnswer, or change what you said, until {until} ({zone}).\n{link}',
    },
  },
  remind: {
    subject: /*i18n*/ { id: 'polls.mail.remind', message: 'Closes soon: {title}' },
    text: /*i18n*/ {
      id: 'polls.mail.remind-text',
      message:
        'You have not answered this poll of {circle} yet:\n\n{title}\n\nIt closes on {until} ({zone}).\n{link}',
    },
  },
  closed: {
    subject: /*i18n*/ { id: 'polls.mail.closed', message: 'Closed: {title}' },
    text: /*i18n*/ {
      id: 'polls.mail.closed-text',
      message:
        'The poll that you asked in {circle} is closed:\n\n{title}\n\n{form, select, time {Choose one of its times, and the gathering is called} other {Say in a few lines what came of it}}:\n{link}',
    },
  },
  summed: {
    subject: /*i18n*/ { id: 'polls.mail.summed', message: 'What came of it: {title}' },
    text: /*i18n*/ {
      id: 'polls.mail.summed-text',
      message: 'You answered a poll of {circle}:\n\n{title}\n\n{summary}\n\n{link}',
    },
  },
  withdrawn: {
    subject: /*i18n*/ { id: 'polls.mail.withdrawn', message: 'Withdrawn: {title}' },
    text: /*i18n*/ {
      id: 'polls.mail.withdrawn-text',
      message:
        'A poll of {circle} that you answered was withdrawn:\n\n{title}\n\nWhy: {why}\n{link}',
    },
  },
} satisfies Record<string, Words>

export const MUTE = /*i18n*/ {
  id: 'polls.mail.mute',
  message: 'Whether you get letters about the polls of {circle}, you choose here:\n{list}',
}
