/** What a letter says: when, why, in which order, and where to answer, in the words of its reader. */
import type { Words } from '#kernel/words.ts'
import { endOf } from '../rules/doors.ts'
import { slotsOf } from '../rules/running-order.ts'
import type { LetterGiven } from './letter-given.ts'
import { say } from './letter-words.ts'
import { cityOf, clocksDiffer, dayOf, timeOf } from './times.ts'

function whenLines({ gathering, to }: LetterGiven, words: Words): string[] {
  const { startsAt, zone } = gathering
  const till = endOf(gathering)
  const { locale } = words
  const values = (own: string) => ({
    day: dayOf(startsAt, own, locale),
    from: timeOf(startsAt, own, locale),
    till: timeOf(till, own, locale),
    city: cityOf(own),
  })
  return [
    words.say(say.when, values(to.zone)),
    ...(clocksDiffer(startsAt, to.zone, zone) ? [words.say(say.there, values(zone))] : []),
  ]
}

function orderLines({ gathering, to }: LetterGiven, words: Words): string[] {
  const slots = slotsOf(gathering.items, gathering.startsAt)
  if (slots.length === 0) return []
  const lines = slots.map(
    ({ item, from }) => `${timeOf(from, to.zone, words.locale)}  ${item.title}`,
  )
  return [words.say(say.order), ...lines]
}

export type Link = { line: string; href: string }
export type Parts = {
  lead: string
  facts: string[]
  purpose: string
  order: string[]
  links: Link[]
}

function openingOf({ occasion, circle }: LetterGiven, words: Words): string {
  const line = {
    invited: say.invitedLine,
    changed: say.changedLine,
    cancelled: say.cancelledLine,
    tomorrow: say.tomorrowLine,
    soon: say.soonLine,
  }[occasion]
  return words.say(line, { circle: circle ?? words.say(say.everybody) })
}

/** What a letter says, part by part. */
export function partsOf(given: LetterGiven, words: Words): Parts {
  const { gathering, occasion, token, origin } = given
  const link = `${origin}/i/${token}`
  const off = occasion === 'cancelled'
  const recurring = occasion === 'invited' && given.seriesEvents !== undefined
  const line = words.say(occasion === 'soon' ? say.comeIn : say.answer)
  return {
    lead: openingOf(given, words),
    facts: [
      ...whenLines(given, words),
      ...(off && gathering.reason ? [words.say(say.reason, { reason: gathering.reason })] : []),
      ...(recurring ? [words.say(say.again)] : []),
      ...(given.later ? [words.say(say.later)] : []),
    ],
    purpose: off || occasion === 'soon' ? '' : gathering.purpose,
    order: off || occasion === 'soon' ? [] : orderLines(given, words),
    links: off ? [] : [{ line, href: link }],
  }
}
