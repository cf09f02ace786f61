/** The letters of this slice. */
import type { Letter } from '#kernel/mail.ts'
import { type Locale, wordsIn } from '#kernel/words.ts'

type Invitation = {
  to: { name: string; address: string }
  locale: Locale
  by: string | null
  circle: string
  hall: string
  link: string
}

/** The invitation: who invites, to what, and the link that works once. */
export function invitationLetter({ to, locale, ...says }: Invitation): Letter {
  const words = wordsIn(locale)
  const within = says.circle !== says.hall
  const subject = says.by
    ? words.say(
        /*i18n*/ { id: 'circles.invite-subject', message: '{by} invites you to {circle}' },
        says,
      )
    : words.say(
        /*i18n*/ { id: 'circles.invite-subject-plain', message: 'You are invited to {circle}' },
        says,
      )
  const where = within
    ? words.say(
        /*i18n*/ { id: 'circles.invite-where', message: '{circle} is a circle of {hall}.' },
        says,
      )
    : ''
  const text = words.say(
    /*i18n*/ {
      id: 'circles.invite-text',
      message:
        'With this link you come in and are a member:\n\n{link}\n\nIt works once, for thirty days. If you would rather not, do nothing; nothing is kept of you but this invitation, and it ends by itself.',
    },
    says,
  )
  return {
    to,
    subject,
    text: [`${subject}.`, where, '', text].filter((part, nr) => part || nr === 2).join('\n'),
  }
}

type Voice = {
  to: { name: string; address: string }
  locale: Locale
  circle: string
  coop: string
  link: string
}

/** The invitation to speak for a co-op that lives elsewhere. */
export function delegateLetter({ to, locale, ...says }: Voice): Letter {
  const words = wordsIn(locale)
  return {
    to,
    subject: words.say(
      /*i18n*/ { id: 'circles.voice-subject', message: 'You speak for {coop} in {circle}' },
      says,
    ),
    text: words.say(
      /*i18n*/ {
        id: 'circles.voice-text',
        message:
          'You were named as a delegate of {coop} in {circle}. With this link you come in:\n\n{link}\n\nIt works once, for thirty days. If you would rather not, do nothing; nothing is kept of you but this invitation, and it ends by itself.',
      },
      says,
    ),
  }
}
