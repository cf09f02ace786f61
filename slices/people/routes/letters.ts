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

/** `until`: the instant up to which the two can be parted. */
export function mergedLetter({ to, hall, locale, origin }: Letters, until: string): Letter {
  const words = wordsIn(locale)
  const tag = locale === 'en' ? 'en-GB' : locale
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    to,
    subject: words.say(
      /*i18n*/ {
        id: 'people.merged-subject',
        message: 'Two records of yours in {hall} are one now',
      },
      { hall },
    ),
    text: words.say(
      /*i18n*/ {
        id: 'people.merged-text',
        message:
          'You were in {hall} twice. Both records are one from now on: you sign in with either mail address, and what you belong to, hold and wrote stands in one place.\n\nIf only one of them is yours, write to a steward at once: until {day} the two can be parted again. The hall is at {origin}.',
      },
      { hall, origin, day: day.format(new Date(until)) },
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
