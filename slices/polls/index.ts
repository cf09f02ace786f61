/**
 * The door of polls. News on `poll:<id>`: `poll.asked`, `.changed`, `.answered`, `.answer-gone`, `.moved`,
 * `.closed`, `.reopened`, `.withdrawn`, `.summed`, `.called`; never what anybody answered.
 */
export { pollBeginning } from './store/beginnings.ts'
export { pollsReshaped } from './store/bequest.ts'
export { foretellPolls } from './store/merging.ts'
export { ownPolls } from './store/own-data.ts'
