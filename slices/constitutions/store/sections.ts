/** All sections that this hall knows: those of this slice, and those that later slices bring. */
import { port } from '#kernel/port.ts'
import { amendment } from '../rules/amendment.ts'
import { delegation } from '../rules/delegation.ts'
import type { Sections } from '../rules/document.ts'
import { purpose } from '../rules/purpose.ts'
import type { Section } from '../rules/section.ts'

/** Filled by `app/slices.ts` with the sections of later slices, under their names. */
export const sections = port<Section<unknown>>('sections of a constitution')

const OWN: Sections = [purpose, delegation, amendment]

/** The sections in the order in which they stand. */
export function allSections(): Sections {
  const brought = sections.all().map(([, section]) => section)
  return [...OWN, ...brought].toSorted((a, b) => a.order - b.order)
}
