/** The letters of this slice. A code stands in the subject, where a phone shows it. */
import type { Reader } from '#kernel/database.ts'
import type { Letter } from '#kernel/mail.ts'
import { HALL_NAME, settingOf } from '#kernel/settings.ts'
import { type Locale, wordsIn } from '#kernel/words.ts'
import { z } from 'zod'

/** The name of the hall, for letters and pages; "Moothall" until it has one. */
export async function hallName(db: Reader): Promise<string> {
  return (await settingOf(db, HALL_NAME, z.string())) ?? 'Moothall'
}

type To = { name: string; address: string }
type Letters = { to: To; hall: string; locale: Locale; origin: string }

export function codeLetter({ to, hall, locale, origin }: Letters, code: string): Letter {
  const words = wordsIn(locale)
  return {
    to,
    secret: code,
    subject: words.say(
      /*i18n*/ { id: 'people.code-subject', message: '{code} is your code for {hall}' },
      { code, hall },
    ),
    text: words.say(
      /*i18n*/ {
        id: 'people.code-text',
        message:
          'Your code is {code}.\n\nEnter it on the page where you asked for it, within ten minutes: {origin}\n\nIf you did not ask for it, do nothing: without your mail nobody gets in, and the code works only in the browser that asked.',
      },
      { code, origin },
    ),
  }
}

export function wayBackLetter({ to, hall, locale, origin }: Letters, by: string): Letter {
  const words = wordsIn(locale)
  return {
    to,
    subject: words.say(
      /*i18n*/ {
        id: 'people.way-back-subject',
        message: 'A one-time link to your account in {hall} was made',
      },
      { hall },
    ),
    text: words.say(
      /*i18n*/ {
        id: 'people.way-back-text',
        message:
          '{by}, a steward of {hall}, made a one-time link with which you can sign in without this mail address. It works once, for a day.\n\nIf you asked for it, all is well. If you did not, sign in at {origin}, end your other sessions on your page, and ask {by} or another steward what happened.',
      },
      { by, hall, origin },
    ),
  }
}

export function movedLetter({ to, hall, locale, origin }: Letters): Letter {
  const words = wordsIn(locale)
  return {
    to,
    subject: words.say(
      /*i18n*/ {
        id: 'people.moved-subject',
        message: 'Your account in {hall} has another mail address now',
      },
      { hall },
    ),
    text: words.say(
      /*i18n*/ {
        id: 'people.moved-text',
        message:
          'From now on, codes and letters of {hall} go to another address of yours, and none to this one.\n\nIf that was not you, write to a steward at once; the hall is at {origin}.',
      },
      { hall, origin },
    ),
  }
}
