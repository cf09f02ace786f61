/** The door of standing: the section of duties, who is in good standing, who is on a roll. */
export { dutiesSection } from './rules/section.ts'
export type { DutiesPart } from './rules/duty.ts'
