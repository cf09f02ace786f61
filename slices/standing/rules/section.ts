/** The section of a constitution that says duties and standing (§4). */
import type { Section } from '#slices/constitutions/index.ts'
import { checkDuties } from './check.ts'
import { DutiesPart, NO_DUTIES } from './duty.ts'
import { presetsIn } from './presets.ts'
import { proseOf } from './prose.ts'

export const dutiesSection: Section<DutiesPart> = {
  name: 'duties',
  order: 40,
  title: /*i18n*/ { id: 'standing.section', message: 'Duties and standing' },
  schema: DutiesPart,
  empty: NO_DUTIES,
  presets: presetsIn,
  concerns({ duties }, key) {
    if (/^(?:behind|rests|idle|notice|seen|excused)(?:\.|$)/.test(key)) return 'all'
    return duties.find((duty) => duty.key === key)?.classes ?? []
  },
  prose: (part, say, _all, named) => proseOf(part, say, named),
  check: (part, say, _all, _situation, named) => checkDuties(part, say, named),
}
