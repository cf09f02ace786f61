/**
 * What a kind may say beside the rest; a constitution that says nothing of it says no.
 * 1. An extension: where the quorum is missed at the close, it is open for so many more days, at most so
 *    many times.
 * 2. No proxies: nobody votes for another member here, whatever section 6 lets them.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import type { Say } from '#slices/constitutions/index.ts'

export const extension = asked(
  z
    .object({
      days: asked(z.int().min(1).max(90), {
        title: /*i18n*/ {
          id: 'decisions.ask.extension-days',
          message: 'For so many more days',
        },
      }),
      most: asked(z.int().min(1).max(5), {
        title: /*i18n*/ {
          id: 'decisions.ask.extension-most',
          message: 'At most so many times',
        },
      }),
    })
    .nullable()
    .optional(),
  {
    title: /*i18n*/ {
      id: 'decisions.ask.extension',
      message: 'Open for longer where the quorum is missed',
    },
  },
)

export const noProxies = asked(z.boolean().optional(), {
  title: /*i18n*/ {
    id: 'decisions.ask.no-proxies',
    message: 'Nobody votes here for another member',
  },
  hint: /*i18n*/ {
    id: 'decisions.ask.no-proxies-hint',
    message: 'Whatever section 6 says of voting for others.',
  },
})

const EXTENSION = /*i18n*/ {
  id: 'decisions.says.extension',
  message:
    'Where the quorum is missed at the close, it is open for {days, plural, one {one more day} other {# more days}}, {most, plural, one {once} other {at most # times}}; the ballots cast stay.',
}
const NO_PROXIES = /*i18n*/ {
  id: 'decisions.says.no-proxies',
  message: 'Nobody votes here for another member.',
}

type Given = {
  extension?: { days: number; most: number } | null | undefined
  noProxies?: boolean | undefined
}

/** These rules as sentences, where they say anything. */
export function longerProse({ extension: rule, noProxies: none }: Given, say: Say) {
  const found: [string, string][] = []
  if (rule) found.push(['extension', say(EXTENSION, rule)])
  if (none) found.push(['no-proxies', say(NO_PROXIES)])
  return found
}
