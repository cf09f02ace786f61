/**
 * The door of gatherings: what was called, who is called, what comes. News on the topic
 * `call:<gathering>`: `gathering.called`, `.changed`, `.cancelled`, `.invited`, `.answered`,
 * `.imported`, `.link-renewed`.
 */
export type { Item } from './rules/items.ts'
export { ITEM_KINDS, ItemKind } from './rules/items.ts'
export type { Access } from './rules/calling.ts'
export { doorsOpenAt, endOf, type Phase, phaseOf } from './rules/doors.ts'
export {
  facilitatorsOf,
  type Gathering,
  gatheringOf,
  headingOf,
  headingsIn,
} from './store/gatherings.ts'
export { gatheringsReshaped } from './store/bequest.ts'
export { feedAt } from './store/feeds.ts'
export { foretellCalls } from './store/merging.ts'
export { seriesBefore } from './store/before.ts'
export { busyFor } from './store/busy.ts'
export { callFrom } from './store/calling.ts'
export { makePastGathering, type PastGathering } from './store/past.ts'
export { callOf, gatheringsFor, mayRead, standingIn } from './store/snapshots.ts'
export { insertGathering as makeGathering } from './store/changes.ts'
export { Plan } from './rules/calling.ts'
export { instantAt, wallAt } from './rules/zones.ts'
export { topicOf as callTopicOf } from './store/tables.ts'
