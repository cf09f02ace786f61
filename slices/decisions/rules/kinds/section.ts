/** Section 7 of constitutions: the kinds of decision. */
import type { Section } from '#slices/constitutions/index.ts'
import { checkKinds } from './check.ts'
import { KindsPart } from './kind.ts'
import { kindsPresets } from './presets.ts'
import { kindsProse } from './prose.ts'

export const kindsSection: Section<KindsPart> = {
  name: 'decisions',
  order: 70,
  title: /*i18n*/ { id: 'decisions.section', message: 'Kinds of decision' },
  schema: KindsPart,
  empty: { kinds: [] },
  presets: kindsPresets,
  prose: (part, say, _all, named) => kindsProse(part, say, named),
  check: checkKinds,
}
