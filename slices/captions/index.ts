/**
 * The door of captions: in which languages a gathering has them, and they as files. News on `captions:<gathering>`:
 * `captions.named`, `captions.engine`, `captions.said`.
 */
export { languagesOf } from './store/captions.ts'
export { captionFiles } from './store/taking.ts'
