/**
 * The door of recording. News on `recording:<gathering>`: `recording.began`, `.paused`, `.resumed`,
 * `.stopped`, `.answered`, `.taken-out`, `.cut`, `.kept-until`, `.deleted`.
 */
export { topicOf } from './store/tables.ts'
