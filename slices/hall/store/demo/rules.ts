/** The rules of the demo: a full commons, and a second version that holds in a month. */
import { type Instant, DAY, plus } from '#kernel/clock.ts'
import type { Transaction } from '#kernel/database.ts'
import { wordsIn } from '#kernel/words.ts'
import {
  adoptParts,
  allSections,
  type Parts,
  presetParts,
  todayIn,
} from '#slices/constitutions/index.ts'
import type { Cast } from './people.ts'

type Changed = Record<string, unknown>

/** A part with some of it said otherwise. */
function changed(parts: Parts, section: string, change: Changed): Parts {
  const part = parts[section]
  return { ...parts, [section]: { ...(typeof part === 'object' ? part : {}), ...change } }
}

/** Adopts the rules of today, and those that will hold in a month. */
export async function adoptRules(tx: Transaction, cast: Cast, now: Instant): Promise<void> {
  const start = presetParts(allSections(), 'full-commons', wordsIn('en').say)
  const first = changed(start, 'amendment', { talkDays: 7, reviewMonths: null })
  const second = changed(start, 'purpose', {
    statement:
      'We share a hall, four servers and a cupboard of tools, and all who use them take part in keeping them.',
  })
  const by = cast.id('maren')
  const why =
    'More time to talk before rules change, and a day on which all of them are read again.'
  const today = await todayIn(tx, now)
  const soon = await todayIn(tx, plus(now, 30 * DAY))
  await adoptParts(tx, cast.coop, { parts: first, day: today }, { by, now })
  await adoptParts(tx, cast.coop, { parts: second, day: soon, why }, { by, now })
}
