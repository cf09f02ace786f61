/** The rules of the demo: a full commons, changed twice in two years, and once more in a month. */
import { DAY, plus } from '#kernel/clock.ts'
import { wordsIn } from '#kernel/words.ts'
import {
  adoptParts,
  allSections,
  type Parts,
  presetParts,
  todayIn,
} from '#slices/constitutions/index.ts'
import { AGE, type Chapter, type Telling } from './history/chapter.ts'

type Changed = Record<string, unknown>

/** A part with some of it said otherwise. */
function changed(parts: Parts, section: string, change: Changed): Parts {
  const part = parts[section]
  return { ...parts, [section]: { ...(typeof part === 'object' ? part : {}), ...change } }
}

/** A list of a part with each of its rules said otherwise, and more of them. */
function listChanged(
  parts: Parts,
  [section, list]: [string, string],
  change: (one: Changed) => Changed,
  more: readonly Changed[] = [],
): Parts {
  const part: unknown = parts[section]
  const known: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, list) : null
  const all: unknown[] = Array.isArray(known) ? known : []
  const rules = all.filter((one): one is Changed => typeof one === 'object' && one !== null)
  return changed(parts, section, { [list]: [...rules.map(change), ...more] })
}

const NOTE_KEEPER = {
  key: 'note-keeper',
  name: 'Note keeper',
  asks: 'Sees to it that every assembly has its note, and that it is read.',
  seats: 1,
  termMonths: 6,
  mostInARow: 1,
  eligible: [],
  notBeside: ['treasurer'],
  filled: 'drawn',
  gives: [],
  deputy: false,
  recall: 'stewards',
}

const WHY = {
  dues: 'The forum moved to a machine of our own; producers pay sixty euros a year for it now.',
  notes:
    'Nobody kept the notes, so we draw lots for it. And more time to talk before rules change.',
  soon: 'What we are for, said as we say it by now.',
}

const preset = () => presetParts(allSections(), 'full-commons', wordsIn('en').say)
const talk = (parts: Parts, talkDays: number) =>
  changed(parts, 'amendment', { talkDays, reviewMonths: null })

/** The rules of today. */
export function partsToday(): Parts {
  return talk(
    listChanged(preset(), ['roles', 'roles'], (one) => one, [NOTE_KEEPER]),
    7,
  )
}

function cheaper(one: Changed): Changed {
  if (one['key'] !== 'producer-dues') return one
  return { ...one, asks: [{ kind: 'dues', least: { minor: 4800, currency: 'EUR' }, most: null }] }
}

/** The rules with which the co-op began, and what became of them. */
export function ruled({ tx, cast }: Telling): Chapter[] {
  const first = talk(listChanged(preset(), ['duties', 'duties'], cheaper), 3)
  const dearer = talk(preset(), 3)
  const today = partsToday()
  const soon = changed(today, 'purpose', {
    statement:
      'We share a hall, four servers and a cupboard of tools, and all who use them take part in keeping them.',
  })
  const adopt = (ago: number, parts: Parts, why = '', ahead = 0): Chapter => ({
    ago,
    tell: async (by) => {
      const day = await todayIn(tx, plus(by.now, ahead * DAY))
      return adoptParts(tx, cast.coop, { parts, day, why }, by)
    },
  })
  return [
    adopt(AGE, first),
    adopt(410, dearer, WHY.dues),
    adopt(150, today, WHY.notes),
    adopt(0, soon, WHY.soon, 30),
  ]
}
