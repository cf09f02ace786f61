/**
 * The door of decisions. News on `decision:<id>`: `decision.drafted`, `.amended`, `.proposed`,
 * `.supported`, `.withdrawn`, `.contested`, `.answered`, `.opened`, `.voted`, `.counted`, `.outcome`,
 * `.worded`, `.voided`, `.review-due`.
 */
export { kindsSection } from './rules/kinds/section.ts'
export { foretellDecisions } from './store/merging.ts'
