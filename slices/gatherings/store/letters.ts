/**
 * Mails about gatherings, each in the language and the zone of its reader: plain text, simple HTML,
 * and a calendar part where calendars must know. Reminders and invitations can be stopped in one
 * click (RFC 8058); the headers are set by hand, since a library would break them.
 */
import type { Letter } from '#kernel/mail.ts'
import { wordsIn } from '#kernel/words.ts'
import { calendarOf } from './letter-calendar.ts'
import { type LetterGiven, stopOf } from './letter-given.ts'
import { partsOf } from './letter-parts.ts'
import { htmlOf, textOf } from './letter-texts.ts'
import { say } from './letter-words.ts'
import { dayOf, timeOf } from './times.ts'

/** The whole letter. */
export function letterFor(given: LetterGiven): Letter {
  const words = wordsIn(given.to.locale)
  const { gathering, to, occasion, circle } = given
  const parts = partsOf(given, words)
  const stop = stopOf(given)
  const calendar = calendarOf(given)
  const subject = words.say(say[occasion], {
    title: gathering.title,
    day: dayOf(gathering.startsAt, to.zone, to.locale),
    time: timeOf(gathering.startsAt, to.zone, to.locale),
    circle,
  })
  return {
    to: { name: to.name, address: to.email },
    subject,
    text: textOf(given, parts, words),
    html: htmlOf(given, parts, words),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': to.locale,
      ...(stop
        ? {
            'List-Unsubscribe': `<${stop.href}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }
        : {}),
    },
    ...(calendar ? { calendar } : {}),
  }
}
