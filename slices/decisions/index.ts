/**
 * The door of decisions. News on `decision:<id>`: `decision.drafted`, `.amended`, `.proposed`,
 * `.supported`, `.withdrawn`, `.contested`, `.answered`, `.opened`, `.voted`, `.paper-taken`, `.counted`, `.outcome`,
 * `.done`, `.mandates`, `.mandated`, `.worded`, `.voided`, `.review-due`, `.extended`, `.recorded`, `.proxy-*`,
 * `.objected`, `.objection-step`, `.objections-carried`, `.judged`, `.advice-asked`, `.advised`.
 */
export { kindsSection } from './rules/kinds/section.ts'
export { type Beginning, beginnings } from './store/beginnings.ts'
export { isGoing, type Subject, subjects } from './store/subjects.ts'
export { foretellDecisions } from './store/merging.ts'
export { ownDecisions } from './store/own-data.ts'

// What a gathering decides in its room.
export {
  kindOfAmendment,
  unmovable,
  unopenableInRoom,
  type Way,
  WAYS,
} from './rules/life/at-gathering.ts'
export { explainDecision } from './rules/count/explaining.ts'
export { countPublished } from './rules/count/publication.ts'
export type { Published } from './rules/count/published.ts'
export { type Answer, answersOf, Vote } from './rules/count/votes.ts'
export { atGathering, choosesOptions, type Kind, Method } from './rules/kinds/kind.ts'
export { unfitText } from './rules/life/life.ts'
export { votesAs } from './rules/life/roll.ts'
export { publishedOf } from './store/counting.ts'
export {
  announcedIn,
  castInRoom,
  closeInRoom,
  type InRoom,
  openInRoom,
} from './store/at-gathering.ts'
export { ballotsOf, entriesOf, rollRows, speaksFor } from './store/ballots.ts'
export { keepPast } from './store/past-elsewhere.ts'
export { decisionOf, makeDraft, textOf } from './store/decisions.ts'
export { kindsIn, mayMove } from './store/kinds.ts'
export type { Ballot, DecisionId, Option, RollRow } from './store/tables.ts'
