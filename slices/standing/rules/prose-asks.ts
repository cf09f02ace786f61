/** What is asked, in words: "500.00 EUR", "40 hours", "to be at 1 of every 2 gatherings". */
import type { Say } from '#slices/constitutions/index.ts'
import type { Asks } from './duty.ts'
import { moneyText } from './money.ts'

function duesText(ask: Extract<Asks, { kind: 'dues' }>, say: Say): string {
  const least = moneyText(ask.least.minor, ask.least.currency)
  if (ask.most === null) return least
  const most = moneyText(ask.most, ask.least.currency)
  return say(
    /*i18n*/ { id: 'standing.ask.sliding', message: 'what they can, between {least} and {most}' },
    { least, most },
  )
}

export function askText(ask: Asks, say: Say): string {
  switch (ask.kind) {
    case 'dues':
      return duesText(ask, say)
    case 'hours':
      return say(
        /*i18n*/ {
          id: 'standing.ask.hours',
          message: '{hours, plural, one {# hour} other {# hours}}',
        },
        ask,
      )
    case 'resource':
      return ask.named
    case 'attendance':
      return say(
        /*i18n*/ { id: 'standing.ask.attendance', message: '{of} of every {in} gatherings' },
        ask.share,
      )
    case 'circles':
      return say(
        /*i18n*/ {
          id: 'standing.ask.circles',
          message: '{count, plural, one {one working circle} other {# working circles}}',
        },
        ask,
      )
    default:
      return say(
        /*i18n*/ {
          id: 'standing.ask.roles',
          message: '{count, plural, one {a role} other {# roles}}',
        },
        ask,
      )
  }
}

/** "500.00 EUR or 40 hours or a server". */
export function asksText(asks: readonly Asks[], say: Say): string {
  return asks
    .map((ask) => askText(ask, say))
    .reduce((before, next) =>
      say(/*i18n*/ { id: 'standing.ask.or', message: '{before} or {next}' }, { before, next }),
    )
}
