/** The door of constitutions: later slices bring their sections and read the rules in force. */
import { port } from '#kernel/port.ts'
import type { Section } from './rules/section.ts'

export type {
  Finding,
  Named,
  Parts,
  Preset,
  Say,
  Section,
  Sentence,
  Situation,
} from './rules/section.ts'

/** Filled by `app/slices.ts` with the sections of later slices, under their names. */
export const sections = port<Section<unknown>>('sections of a constitution')
