/** The door of constitutions: later slices bring their sections and read the rules in force. */
import type { Section } from './rules/section.ts'
import type { Constitution } from './store/versions.ts'

export type { Day } from './rules/adopting.ts'
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
export { PRESETS } from './rules/section.ts'
export { dayIn } from './rules/adopting.ts'
export { changesFor, namedClass, textOfRow } from './rules/for-class.ts'
export { MODELS } from './rules/presets.ts'
export { readFile as readConstitutionFile } from './rules/file.ts'
export { emptyParts, namedIn, presetParts } from './rules/document.ts'
export { delegation as delegationSection, type Delegation } from './rules/delegation.ts'
export { amendment as amendmentSection, type Amendment } from './rules/amendment.ts'
export { adoptParts, adoptVersion } from './store/adopting.ts'
export { allSections, sections } from './store/sections.ts'
export {
  type Constitution,
  constitutionAt,
  constitutionOf,
  numbersOf,
  partsOf,
  todayIn,
} from './store/versions.ts'
export { type Readable, readableParts, readableVersions, readsRules } from './store/readable.ts'
export type { VersionId } from './store/tables.ts'
export { comingIn } from './store/beginning.ts'
export { citeIn } from './store/citing.ts'
export { timelineOf } from './store/timeline.ts'
export { isVotedOn, refuseWhileVoted, votes } from './store/votes.ts'

/** The part of a section in a constitution, as its schema gives it; what is empty where it has none. */
export function partOf<Part>(section: Section<Part>, { parts }: Constitution): Part {
  const given = parts[section.name]
  return given === undefined ? section.empty : section.schema.parse(given)
}
